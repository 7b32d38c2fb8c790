-- What stood open when a community came here (期初余额): arrears become bills that can be paid, prepayments stand in the
-- books. Such a bill is made by an import and says so; its lines are of a kind of their own, whose basis is the import and
-- never a board: what an earlier system charged was published there, not here. It is lawful only before the first bill
-- made here, so that nothing can be charged past the board by importing it.

-- The other side of opening balances under 包干制, where gain and loss of earlier years are the enterprise's
-- (企业会计准则——应用指南, 附录, 4104 利润分配). Under 酬金制 it is 9199, the owners' balance brought forward.
insert into app.account (code, name, side, parent, books, by_house, by_category, by_pay_account) values
  ('4104', '利润分配', 'credit', null, '{}', false, false, false),
  ('4104.01', '期初转入', 'credit', '4104', '{lump sum}', false, false, false);

alter table app.bill
  alter column run_id drop not null,
  add column import_id uuid,
  add constraint bill_made_by check (num_nonnulls(run_id, import_id) = 1),
  add constraint bill_import foreign key (community_id, import_id) references app.import;
create index bill_of_import on app.bill (community_id, import_id) where import_id is not null;

alter table app.bill_line
  alter column fee_item_id drop not null,
  alter column price_e4 drop not null,
  alter column days_in_month drop not null,
  add column item_words text,         -- the item's name in the imported file
  drop constraint bill_line_kind_check,
  drop constraint bill_line_days,
  drop constraint bill_line_sum,
  add constraint bill_line_kind_check check (kind in ('area', 'fixed', 'space', 'share', 'opening')),
  add constraint bill_line_days check (
    days = to_on - from_on and days > 0 and whole_from_on <= from_on and to_on <= whole_to_on
    and (kind = 'opening' or date_trunc('month', from_on) = date_trunc('month', to_on - 1))),
  -- area × price × days ÷ days of the month, rounded half up once. What an import says has no factors.
  add constraint bill_line_sum check (kind in ('share', 'opening') or whole_fen = div(
    2 * (case when kind = 'area' then area100 else 100 * quantity end)::numeric * price_e4 * (whole_to_on - whole_from_on) * percent
      + 1000000 * days_in_month,
    2000000 * days_in_month)),
  add constraint bill_line_opening check (case when kind = 'opening'
    then num_nonnulls(item_words) = 1 and num_nonnulls(fee_item_id, price_e4, days_in_month, area100) = 0 and amount_fen = whole_fen
    else num_nonnulls(fee_item_id, price_e4, days_in_month) = 3 and item_words is null end);
create index bill_line_opening on app.bill_line (community_id, house_id, item_code) where live and kind = 'opening';

create or replace function app.check_bill_lines() returns trigger language plpgsql set enable_nestloop = off as $$
declare
  first_month date;
  last_day date;
begin
  -- A line of a run lies within one month, so only lines of the months touched can meet the new ones. Joins go by hash:
  -- nobody has counted the rows that this statement has just added.
  select date_trunc('month', min(from_on))::date, max(to_on) into first_month, last_day from new_line;
  perform pg_advisory_xact_lock(hashtextextended('billing ' || c.community_id::text, 0))
  from (select distinct community_id from new_line order by 1) c;
  if exists (
    select from new_line n
    left join app.bill b on b.community_id = n.community_id and b.bill_id = n.bill_id
    where b.house_id is distinct from n.house_id or (b.import_id is not null) <> (n.kind = 'opening')
      or n.cost_id is not null and not exists (
        select from app.shared_cost c where c.community_id = n.community_id and c.cost_id = n.cost_id)
  ) then
    raise exception 'a bill line without its bill' using errcode = 'foreign_key_violation', constraint = 'bill_line_of_bill';
  end if;
  if exists (
    select from (select distinct community_id, fee_item_id, item_code, kind, from_on, to_on from new_line where kind <> 'opening') n
    where not exists (
      select from app.fee_item_in_force i
      where i.community_id = n.community_id and i.fee_item_id = n.fee_item_id and i.code = n.item_code and i.kind = n.kind
        and i.from_on <= n.from_on and (i.until_on is null or n.to_on <= i.until_on))
  ) then
    raise exception 'a bill line without a published item' using errcode = 'check_violation', constraint = 'bill_line_published';
  end if;
  if exists (
    select from (select community_id, max(to_on) as to_on from new_line where kind = 'opening' group by community_id) n
    where n.to_on > (select min(l.from_on) from app.bill_line l where l.community_id = n.community_id and l.live and l.kind <> 'opening')
  ) then
    raise exception 'an opening line on a day that is billed here' using errcode = 'check_violation', constraint = 'bill_line_opening_before';
  end if;
  if exists (
    select from new_line n
    join app.bill_line l on l.community_id = n.community_id and l.house_id = n.house_id and l.item_code = n.item_code
      and l.live and l.from_on < n.to_on and n.from_on < l.to_on and first_month <= l.from_on and l.from_on < last_day
    where (l.bill_id, l.place) <> (n.bill_id, n.place)
  ) or exists (
    select from new_line n
    join app.bill_line l on l.community_id = n.community_id and l.house_id = n.house_id and l.item_code = n.item_code
      and l.live and l.kind = 'opening' and l.from_on < n.to_on and n.from_on < l.to_on
    where (l.bill_id, l.place) <> (n.bill_id, n.place)
  ) then
    raise exception 'a day is billed twice' using errcode = 'exclusion_violation', constraint = 'bill_line_overlap';
  end if;
  return null;
end $$;

-- A void bill leaves the books also where an import had brought it in.
create or replace function app.check_void_is_reversed() returns trigger language plpgsql as $$
begin
  if exists (
    select from app.journal accrual
    where accrual.community_id = new.community_id and accrual.about_id = coalesce(new.run_id, new.import_id)
      and accrual.about_kind in ('billingRun', 'import') and accrual.posted_at = new.issued_at
  ) and new.amount_fen > 0 and not exists (
    select from app.journal reversal
    where reversal.community_id = new.community_id and reversal.about_id = new.bill_id and reversal.about_kind = 'bill'
      and reversal.reverses is not null
  ) then
    raise exception 'a bill is void without its reversing journal' using errcode = 'check_violation', constraint = 'bill_void_is_reversed';
  end if;
  return null;
end $$;

-- What a house had paid ahead when the community came here, as the import said it; the money itself stands in the books.
create table app.opening_prepayment (
  community_id uuid not null,
  prepayment_id uuid not null,
  house_id uuid not null,
  item_words text not null default '',
  amount_fen bigint not null check (amount_fen > 0),
  import_id uuid not null,
  primary key (community_id, prepayment_id),
  constraint opening_prepayment_once unique (community_id, house_id, item_words),
  foreign key (community_id, house_id) references app.house,
  foreign key (community_id, import_id) references app.import
);
call app.protect_tenant('app.opening_prepayment', 'select, insert');
call app.make_append_only('app.opening_prepayment');
