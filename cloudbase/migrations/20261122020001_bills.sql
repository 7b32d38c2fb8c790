-- Bills and what they are made of. The set-based run is the biller; every line keeps its factors, so that it can be
-- explained without asking the registers what they said at the time.

-- A new UUIDv7 inside a statement that makes many rows: 48 bits of milliseconds, then chance.
create function app.new_id() returns uuid language sql volatile as $$
  select encode(
    set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
    'hex')::uuid
$$;

-- Who pays instead of the owner over which days, half-open: a tenant who has agreed to it, or an organisation of the owner
-- register. Where two rows overlap, the later one takes over.
create table app.house_payer (
  community_id uuid not null,
  house_id uuid not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  kind text not null check (kind in ('tenant', 'organisation')),
  person_id uuid references app.person,
  owner_id uuid,
  primary key (community_id, house_id, from_on),
  constraint house_payer_is_one check ((kind = 'tenant') = (person_id is not null) and (kind = 'organisation') = (owner_id is not null)),
  foreign key (community_id, house_id) references app.house,
  foreign key (community_id, owner_id) references app.owner
);
call app.protect_tenant('app.house_payer', 'select, insert, update, delete');

-- A house that pays a part of what is charged by area, where the place's rules allow it (a vacant house, for example).
create table app.house_relief (
  community_id uuid not null,
  house_id uuid not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  percent integer not null check (percent between 0 and 99),
  basis_words text not null,
  primary key (community_id, house_id, from_on),
  foreign key (community_id, house_id) references app.house
);
call app.protect_tenant('app.house_relief', 'select, insert, update, delete');

-- What a house pays by the piece: its parking spaces, for example.
create table app.house_space (
  community_id uuid not null,
  house_id uuid not null,
  item_code text not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  quantity integer not null check (quantity between 1 and 1000),
  primary key (community_id, house_id, item_code, from_on),
  foreign key (community_id, house_id) references app.house
);
call app.protect_tenant('app.house_space', 'select, insert, update, delete');

-- A cost of some days of one calendar month that houses share by area: all of them, one building or one stair.
create table app.shared_cost (
  community_id uuid not null references app.community,
  cost_id uuid not null,
  item_code text not null,
  from_on date not null,
  to_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  building text,
  stair text,
  words text not null,
  entered_by uuid not null references app.person,
  primary key (community_id, cost_id),
  constraint shared_cost_once unique nulls not distinct (community_id, item_code, from_on, building, stair),
  constraint shared_cost_in_one_month check (from_on < to_on and date_trunc('month', from_on) = date_trunc('month', to_on - 1)),
  constraint shared_cost_scope check (stair is null or building is not null)
);
call app.protect_tenant('app.shared_cost', 'select, insert');

-- One run for each community, kind and period. Running it again bills what was left out before and nothing twice.
create table app.billing_run (
  community_id uuid not null references app.community,
  run_id uuid not null,
  kind text not null check (kind in ('month', 'quarter', 'halfYear', 'year')),
  from_on date not null,
  to_on date not null check (to_on > from_on),
  state text not null check (state in ('running', 'done')),
  bills integer not null default 0,
  houses integer not null default 0,
  amount_fen bigint not null default 0,
  warnings jsonb not null default '[]',
  started_by uuid not null references app.person,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (community_id, run_id),
  constraint billing_run_once unique (community_id, kind, from_on)
);
call app.protect_tenant('app.billing_run', 'select, insert, update');

create table app.bill (
  community_id uuid not null,
  bill_id uuid not null,
  number text not null,
  series_on date not null,            -- the month whose series the number belongs to
  run_id uuid not null,
  house_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on > from_on),
  contract_id uuid not null,
  payee_id uuid not null references app.enterprise,
  payer_kind text not null check (payer_kind in ('owner', 'tenant', 'developer', 'organisation')),
  payer_owner_id uuid,
  payer_person_id uuid references app.person,
  amount_fen bigint not null check (amount_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen between 0 and amount_fen),
  due_on date not null,
  state text not null check (state in ('issued', 'partiallyPaid', 'paid', 'disputed', 'voided')),
  issued_at timestamptz not null,
  issued_by uuid not null references app.person,
  primary key (community_id, bill_id),
  constraint bill_number unique (community_id, number),
  constraint bill_one_payer check (
    (payer_kind = 'tenant') = (payer_person_id is not null) and num_nonnulls(payer_owner_id, payer_person_id) = 1),
  foreign key (community_id, run_id) references app.billing_run,
  foreign key (community_id, house_id) references app.house,
  foreign key (community_id, contract_id) references app.service_contract
);
create index bill_of_house on app.bill (community_id, house_id, series_on desc);
create index bill_in_series on app.bill (community_id, series_on desc, number);
create index bill_of_run on app.bill (community_id, run_id);
call app.protect_tenant('app.bill', 'select, insert, update (state, paid_fen)');

-- One item over some days of one month. `whole_fen` is what the house owes for [whole_from_on, whole_to_on) however many pay;
-- where the payer changes in between, it is split by days, and `amount_fen` is this payer's part.
create table app.bill_line (
  community_id uuid not null,
  bill_id uuid not null,
  place integer not null,
  house_id uuid not null,
  item_code text not null,
  fee_item_id uuid not null,
  kind text not null check (kind in ('area', 'fixed', 'space', 'share')),
  from_on date not null,
  to_on date not null,
  days integer not null,
  days_in_month integer not null,
  area100 integer,
  area_source text,
  quantity integer not null,
  price_e4 bigint not null,
  percent integer not null,
  cost_id uuid,
  whole_from_on date not null,
  whole_to_on date not null,
  whole_fen bigint not null,
  amount_fen bigint not null check (amount_fen >= 0 and amount_fen <= whole_fen),
  live boolean not null default true,
  primary key (community_id, bill_id, place),
  constraint bill_line_days check (
    days = to_on - from_on and days > 0 and whole_from_on <= from_on and to_on <= whole_to_on
    and date_trunc('month', from_on) = date_trunc('month', to_on - 1)),
  constraint bill_line_share check ((kind = 'share') = (cost_id is not null)),
  -- area × price × days ÷ days of the month, rounded half up once.
  constraint bill_line_sum check (kind = 'share' or whole_fen = div(
    2 * (case when kind = 'area' then area100 else 100 * quantity end)::numeric * price_e4 * (whole_to_on - whole_from_on) * percent
      + 1000000 * days_in_month,
    2000000 * days_in_month)),
  constraint bill_line_undivided check (days < whole_to_on - whole_from_on or amount_fen = whole_fen)
  -- That bill, house and cost are there is checked below for a whole statement at once: keys would be looked up line by line.
);
create unique index bill_line_live on app.bill_line (community_id, house_id, item_code, from_on) where live;
create index bill_line_of_days on app.bill_line (community_id, from_on) where live;
call app.protect_tenant('app.bill_line', 'select, insert, update (live)');

-- Laws over every new line: it belongs to a bill of its house, its item stands on a board in force on each of its days, and no other live line of the house
-- and item touches those days. The lock makes two runs of a community wait for each other, so neither can miss the other's.
create function app.check_bill_lines() returns trigger language plpgsql set enable_nestloop = off as $$
declare
  first_month date;
  last_day date;
begin
  -- A line lies within one month, so only lines of the months touched can meet the new ones. Joins go by hash: nobody has
  -- counted the rows that this statement has just added.
  select date_trunc('month', min(from_on))::date, max(to_on) into first_month, last_day from new_line;
  perform pg_advisory_xact_lock(hashtextextended('billing ' || c.community_id::text, 0))
  from (select distinct community_id from new_line order by 1) c;
  if exists (
    select from new_line n
    left join app.bill b on b.community_id = n.community_id and b.bill_id = n.bill_id
    where b.house_id is distinct from n.house_id
      or n.cost_id is not null and not exists (
        select from app.shared_cost c where c.community_id = n.community_id and c.cost_id = n.cost_id)
  ) then
    raise exception 'a bill line without its bill' using errcode = 'foreign_key_violation', constraint = 'bill_line_of_bill';
  end if;
  if exists (
    select from (select distinct community_id, fee_item_id, item_code, kind, from_on, to_on from new_line) n
    where not exists (
      select from app.fee_item_in_force i
      where i.community_id = n.community_id and i.fee_item_id = n.fee_item_id and i.code = n.item_code and i.kind = n.kind
        and i.from_on <= n.from_on and (i.until_on is null or n.to_on <= i.until_on))
  ) then
    raise exception 'a bill line without a published item' using errcode = 'check_violation', constraint = 'bill_line_published';
  end if;
  if exists (
    select from new_line n
    join app.bill_line l on l.community_id = n.community_id and l.house_id = n.house_id and l.item_code = n.item_code
      and l.live and l.from_on < n.to_on and n.from_on < l.to_on and first_month <= l.from_on and l.from_on < last_day
    where (l.bill_id, l.place) <> (n.bill_id, n.place)
  ) then
    raise exception 'a day is billed twice' using errcode = 'exclusion_violation', constraint = 'bill_line_overlap';
  end if;
  return null;
end $$;
create trigger lines_are_lawful after insert on app.bill_line
  referencing new table as new_line for each statement execute function app.check_bill_lines();

-- A line is never rewritten; voiding its bill takes it out of force, and that for good.
create function app.keep_bill_line() returns trigger language plpgsql as $$
begin
  if new.live or (to_jsonb(new) - 'live') <> (to_jsonb(old) - 'live') then
    raise exception 'a bill line is never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger never_rewritten before update on app.bill_line for each row execute function app.keep_bill_line();

-- What happened to a bill after it was issued. Typed words stand apart, where they can be erased.
create table app.bill_event (
  community_id uuid not null,
  event_id uuid not null,
  bill_id uuid not null,
  act text not null check (act in ('dispute', 'uphold', 'void')),
  to_state text not null,
  person_id uuid not null references app.person,
  role text not null,
  at timestamptz not null,
  primary key (community_id, event_id),
  foreign key (community_id, bill_id) references app.bill
);
create index bill_event_of_bill on app.bill_event (community_id, bill_id, event_id);
call app.protect_tenant('app.bill_event', 'select, insert');
call app.make_append_only('app.bill_event');

create table app.bill_note (
  community_id uuid not null,
  event_id uuid not null,
  text text not null,
  primary key (community_id, event_id),
  foreign key (community_id, event_id) references app.bill_event
);
call app.protect_tenant('app.bill_note', 'select, insert');
