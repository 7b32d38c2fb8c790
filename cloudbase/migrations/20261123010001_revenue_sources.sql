-- Where public revenue comes from (收益合同): each asset with its contract and what it should bring in a quarter, so that
-- income that does not arrive becomes visible.
create table app.revenue_source (
  community_id uuid not null references app.community,
  source_id uuid not null,
  category text not null check (category in ('groundParking', 'liftAdverts', 'outdoorAdverts', 'parcelLockers', 'siteRental',
    'sharedRooms', 'charging', 'waterVending', 'baseStation', 'scrap', 'other')),
  asset_words text not null,
  counterparty text not null,         -- may be a person, so it stands here alone and in no append-only row
  contract_number text not null,
  from_on date not null,
  until_on date check (until_on > from_on),               -- the day after the contract's last day; open where it names none
  expected_fen bigint not null check (expected_fen >= 0), -- in a whole calendar quarter
  scope text not null check (scope in ('all', 'building', 'stair')),
  building text,
  stair text,
  primary key (community_id, source_id),
  constraint revenue_source_once unique (community_id, contract_number, category, asset_words),
  constraint revenue_source_place check (
    (scope = 'all') = (building is null) and (scope = 'stair') = (stair is not null))
);
call app.protect_tenant('app.revenue_source', 'select, insert, update');

-- What was expected of a source, and by whom it was changed: an expectation that is lowered quietly would hide the income
-- that went missing. The latest row says what `revenue_source` says.
create table app.revenue_expectation (
  community_id uuid not null,
  source_id uuid not null,
  told_at timestamptz not null,
  told_by uuid not null references app.person,
  role text not null,
  from_on date not null,
  until_on date,
  expected_fen bigint not null check (expected_fen >= 0),
  primary key (community_id, source_id, told_at),
  foreign key (community_id, source_id) references app.revenue_source
);
call app.protect_tenant('app.revenue_expectation', 'select, insert');
call app.make_append_only('app.revenue_expectation');
