-- Paying. What is owed (bill), one order at WeChat (attempt), the fact that money came (receipt) and the books are four
-- things: an attempt may fail or be paid twice, a receipt is never undone, and a bill knows only what receipts put to it.

do $$
begin
  if not exists (select from pg_roles where rolname = 'mingju_payments') then
    create role mingju_payments nologin;       -- reads the merchants' sealed keys, and nothing else
  end if;
end $$;
grant usage on schema app to mingju_payments;

-- A merchant number at WeChat: the enterprise's takes fees, the owners' body's takes public revenue, and no number both.
-- `for_community` where it serves one community alone; `unplaced_to` is the community whose cashier looks after money that
-- belongs to no order of ours. An account may stand in the books before it is opened at WeChat: then it has no number yet.
alter table app.pay_account
  add column mchid text constraint pay_account_mchid unique check (mchid ~ '^[0-9]{6,32}$'),
  add column appid text,
  add column enterprise_id uuid references app.enterprise,
  add column body_of uuid references app.community,
  add column for_community uuid references app.community,
  add column unplaced_to uuid references app.community,
  add constraint pay_account_complete check (num_nulls(mchid, appid, unplaced_to) in (0, 3)),
  add constraint pay_account_one_side check (mchid is null or
    case kind when 'fees' then enterprise_id is not null and body_of is null
      else body_of is not null and enterprise_id is null and for_community = body_of end);
create unique index pay_account_of_enterprise on app.pay_account (enterprise_id, for_community) nulls not distinct
  where enterprise_id is not null;

-- What a merchant number signs and is signed with, sealed under MINGJU_MASTER_KEY (AES-256-GCM, the number bound in).
-- Row-level security is no help here: the functions' role has no right at all.
create table app.merchant_secret (
  pay_account_id uuid primary key references app.pay_account,
  sealed bytea not null
);
grant select on app.merchant_secret to mingju_payments;
grant select (pay_account_id, mchid) on app.pay_account to mingju_payments;

-- One order at WeChat for the bills of one community and one payee. The exact body that is sent is kept, because the same
-- number may only be sent again with the same body; it holds the payer's openid.
create table app.pay_attempt (
  community_id uuid not null references app.community,
  attempt_id uuid not null,
  pay_account_id uuid not null references app.pay_account,
  out_trade_no text not null check (out_trade_no ~ '^[0-9A-Za-z_*|-]{6,32}$'),
  person_id uuid not null references app.person,
  amount_fen bigint not null check (amount_fen > 0),
  request_body text not null,
  state text not null default 'new' check (state in ('new', 'open', 'closed', 'paid')),
  prepay_id text,                      -- lives two hours at WeChat, longer than anyone may pay
  started_at timestamptz not null,
  pay_before timestamptz not null check (pay_before > started_at),
  ended_at timestamptz,
  -- When clockwork asks WeChat next; how often it has asked.
  next_check_at timestamptz not null,
  checks integer not null default 0,
  primary key (community_id, attempt_id),
  constraint pay_attempt_number unique (community_id, out_trade_no),
  constraint pay_attempt_ended check ((state in ('closed', 'paid')) = (ended_at is not null)),
  constraint pay_attempt_prepaid check (state <> 'open' or prepay_id is not null)
);
create index pay_attempt_due on app.pay_attempt (next_check_at) where state in ('new', 'open');
call app.protect_tenant('app.pay_attempt',
  'select, insert, update (state, prepay_id, ended_at, next_check_at, checks)');

-- new < open < closed < paid, and never back: money is a fact, so paid beats closed, and nothing beats paid.
create function app.keep_attempt_going() returns trigger language plpgsql as $$
declare
  ranks constant jsonb := '{"new":1,"open":2,"closed":3,"paid":4}';
begin
  if (ranks ->> new.state)::integer < (ranks ->> old.state)::integer then
    raise exception 'an attempt never goes back' using errcode = 'restrict_violation', constraint = 'pay_attempt_never_back';
  end if;
  return new;
end $$;
create trigger never_back before update on app.pay_attempt for each row execute function app.keep_attempt_going();

-- What an attempt pays. `live` while it can be paid: a bill is in at most one such attempt.
create table app.attempt_bill (
  community_id uuid not null,
  attempt_id uuid not null,
  bill_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  live boolean not null default true,
  primary key (community_id, attempt_id, bill_id),
  foreign key (community_id, attempt_id) references app.pay_attempt,
  foreign key (community_id, bill_id) references app.bill
);
create unique index attempt_bill_live on app.attempt_bill (community_id, bill_id) where live;
create index attempt_bill_of_bill on app.attempt_bill (community_id, bill_id);
call app.protect_tenant('app.attempt_bill', 'select, insert, update (live)');

-- Which community an order number belongs to, for notices that come from outside; an order number is WeChat's key, so it is
-- unique for the merchant across communities. The functions' role may add to it, and asks by `community_of_payment` alone.
create table app.pay_attempt_route (
  mchid text not null,
  out_trade_no text not null,
  of_community uuid not null references app.community,
  primary key (mchid, out_trade_no)
);
grant insert on app.pay_attempt_route to mingju_app;

-- Notices as they came, once their signature was verified and before anything is done about them. The body stays encrypted
-- under the merchant's APIv3 key.
create table app.notice_inbox (
  pay_account_id uuid not null references app.pay_account,
  notice_id text not null,
  body text not null,
  received_at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0,
  last_error text,
  applied_at timestamptz,
  primary key (pay_account_id, notice_id)
);
create index notice_waiting on app.notice_inbox (next_try_at) where applied_at is null;
grant select, insert, update (next_try_at, tries, last_error, applied_at) on app.notice_inbox to mingju_app;

-- Money that came: WeChat's transaction, or what a person took at the counter. Numbered without gaps; not an invoice.
create table app.receipt (
  community_id uuid not null references app.community,
  receipt_id uuid not null,
  number text not null,
  channel text not null check (channel in ('wechat', 'cash', 'transfer', 'pos')),
  amount_fen bigint not null check (amount_fen > 0),
  pay_account_id uuid references app.pay_account,
  transaction_id text,
  attempt_id uuid,
  taken_by uuid references app.person,
  reference text,                      -- of a transfer or a card slip
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (community_id, receipt_id),
  constraint receipt_number unique (community_id, number),
  constraint receipt_of_transaction unique (community_id, pay_account_id, transaction_id),
  constraint receipt_comes_from_somewhere check (
    (channel = 'wechat') = (pay_account_id is not null) and (channel = 'wechat') = (transaction_id is not null)
    and (channel = 'wechat') = (taken_by is null) and (channel = 'wechat' or attempt_id is null)),
  foreign key (community_id, attempt_id) references app.pay_attempt
);
create index receipt_newest on app.receipt (community_id, received_at desc, receipt_id desc);
create index receipt_of_attempt on app.receipt (community_id, attempt_id) where attempt_id is not null;
call app.protect_tenant('app.receipt', 'select, insert');
call app.make_append_only('app.receipt');

-- Where the money of a receipt went: to a bill, or to suspense (暂收待查) with the reason.
create table app.receipt_line (
  community_id uuid not null,
  receipt_id uuid not null,
  place integer not null check (place > 0),
  bill_id uuid,
  suspense_reason text check (suspense_reason in ('wrongAmount', 'wrongParty', 'unknownNumber', 'billNotDue')),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (community_id, receipt_id, place),
  constraint receipt_line_goes_one_way check (num_nonnulls(bill_id, suspense_reason) = 1),
  foreign key (community_id, receipt_id) references app.receipt,
  foreign key (community_id, bill_id) references app.bill
);
create unique index receipt_line_once on app.receipt_line (community_id, receipt_id, bill_id) where bill_id is not null;
create index receipt_line_of_bill on app.receipt_line (community_id, bill_id) where bill_id is not null;
create index receipt_line_in_suspense on app.receipt_line (community_id, receipt_id) where suspense_reason is not null;
call app.protect_tenant('app.receipt_line', 'select, insert');
call app.make_append_only('app.receipt_line');

-- All of a receipt is put somewhere, to the fen, in the statement that adds its lines.
create function app.check_receipt_lines() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select community_id, receipt_id, sum(amount_fen) as fen from new_line group by community_id, receipt_id) n
    join app.receipt r on r.community_id = n.community_id and r.receipt_id = n.receipt_id
    where r.amount_fen <> n.fen
  ) then
    raise exception 'the lines of a receipt are not its sum' using errcode = 'check_violation', constraint = 'receipt_line_sum';
  end if;
  return null;
end $$;
create trigger lines_are_the_sum after insert on app.receipt_line
  referencing new table as new_line for each statement execute function app.check_receipt_lines();

-- What a bill says of itself agrees with what was paid.
alter table app.bill add constraint bill_state_as_paid check (
  case state when 'paid' then paid_fen = amount_fen when 'issued' then paid_fen = 0
    when 'partiallyPaid' then paid_fen between 1 and amount_fen - 1 else true end);
