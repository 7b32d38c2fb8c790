-- Grades of a service standard, as data: compared by rank, never by label, because in some places 一级 is the best
-- grade and in others the lowest.
create table app.grade (
  standard_id text not null,
  code text not null,
  standard_name text not null,
  rank integer not null,              -- higher is better
  primary key (standard_id, code),
  constraint grade_rank unique (standard_id, rank)
);
create table app.grade_promise (
  standard_id text not null,
  grade_code text not null,
  place integer not null,
  dimension text not null,
  clause_no text not null,
  words text not null,
  clock text check (clock in ('take', 'arrive', 'finish')),
  minutes integer check (minutes > 0),
  calendar text check (calendar in ('always', 'service hours')),
  primary key (standard_id, grade_code, place),
  foreign key (standard_id, grade_code) references app.grade
);
grant select on app.grade, app.grade_promise to mingju_app;

-- The service contract (物业服务合同) between the owners and the enterprise.
create table app.service_contract (
  community_id uuid not null references app.community,
  contract_id uuid not null,
  number text not null,
  enterprise_id uuid not null references app.enterprise,
  standard_id text not null,
  grade_code text not null,
  charge_mode text not null check (charge_mode in ('lump sum', 'remuneration')),   -- 包干制, 酬金制
  from_on date not null,
  until_on date check (until_on > from_on),
  due_days integer not null default 30 check (due_days between 0 and 366),          -- days from the issue of a bill to its due date
  primary key (community_id, contract_id),
  constraint contract_number unique (community_id, number),
  foreign key (standard_id, grade_code) references app.grade
);
call app.protect_tenant('app.service_contract', 'select, insert, update');
call app.publish_tenant('app.service_contract');

-- A version of the fee board (收费公示): drafted by one employee, reviewed by another, posted, in force from a day on.
-- Which version is in force on a day follows from the days: the posted one with the latest effective_from.
create table app.fee_board (
  community_id uuid not null references app.community,
  board_id uuid not null,
  version integer not null check (version > 0),
  contract_id uuid not null,
  state text not null check (state in ('draft', 'reviewed', 'posted', 'dropped')),
  effective_from date not null,
  facts jsonb not null,               -- the 11 items of 明码标价 and the 7 of the city's rule, by key
  basis_kind text check (basis_kind in ('owners decision', 'contract clause')),
  basis_words text,
  basis_file_id uuid,
  content_sha256 text,                -- of what was reviewed; posting anything else is refused
  drafted_by uuid not null references app.person,
  reviewed_by uuid references app.person,
  posted_by uuid references app.person,
  posted_at timestamptz,
  primary key (community_id, board_id),
  constraint fee_board_version unique (community_id, version),
  constraint fee_board_second_person check (reviewed_by is null or reviewed_by <> drafted_by),
  foreign key (community_id, contract_id) references app.service_contract,
  foreign key (community_id, basis_file_id) references app.file
);
create unique index fee_board_effective on app.fee_board (community_id, effective_from) where state = 'posted';
call app.protect_tenant('app.fee_board', 'select, insert, update');
create policy published on app.fee_board for select using (community_id = (select app.public_community()) and state = 'posted');

create table app.fee_item (
  community_id uuid not null,
  fee_item_id uuid not null,
  board_id uuid not null,
  code text not null,                 -- stays the same from version to version, for example property_service
  place integer not null,
  name text not null,
  kind text not null check (kind in ('area', 'fixed', 'space', 'meter', 'share', 'agency', 'special', 'deposit')),
  tier text not null check (tier in ('basic', 'market', 'special')),                -- 基础 市场 特约
  per text not null check (per in ('month', 'use', 'once')),
  price_e4 bigint not null check (price_e4 >= 0),                                   -- per m², house, space or use
  price_most_e4 bigint check (price_most_e4 >= price_e4),                           -- where a range is published
  unit_words text not null,
  basis_words text not null,
  is_common boolean not null,         -- charged to every house, so that raising or adding it needs the owners
  primary key (community_id, fee_item_id),
  constraint fee_item_code unique (community_id, board_id, code),
  foreign key (community_id, board_id) references app.fee_board
);
call app.protect_tenant('app.fee_item', 'select, insert, delete');
create policy published on app.fee_item for select using (
  community_id = (select app.public_community())
  and exists (select from app.fee_board b
    where b.community_id = fee_item.community_id and b.board_id = fee_item.board_id and b.state = 'posted')
);
