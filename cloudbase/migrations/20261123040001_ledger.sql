-- The books (管理台账): chart of accounts, ledgers, journals in a hash chain, and sums that every posting keeps.
-- The functions' role can read them and post through `post_journal` alone: it has no right to insert a line.

do $$
begin
  if not exists (select from pg_roles where rolname = 'mingju_ledger') then
    create role mingju_ledger nologin;         -- owns the two functions that write the books, nothing else
  end if;
end $$;
grant usage on schema app to mingju_ledger;

-- The chart of accounts; `types/vocabulary/ledger.ts` holds the same table for the code, and a test compares them.
-- `books`: in which kind of ledger an account may stand, so that owners' money, the enterprise's money and the
-- maintenance fund can never meet in one account (民法典 第 282 条; 维修资金 never pays an operating cost).
create table app.account (
  code text primary key check (code ~ '^[0-9]{4}(\.[0-9]{2})?$'),
  name text not null,
  side text not null check (side in ('debit', 'credit')),
  parent text references app.account,
  books text[] not null check (books <@ array['lump sum', 'remuneration', 'publicRevenue', 'maintenanceFund']),
  by_house boolean not null default false,       -- every line names a house
  by_category boolean not null default false,    -- every line names a category
  by_pay_account boolean not null default false  -- every line names the merchant account
);
grant select on app.account to mingju_app;
insert into app.account (code, name, side, parent, books, by_house, by_category, by_pay_account) values
  ('1001', '库存现金', 'debit', null, '{lump sum,remuneration}', false, false, false),
  ('1002', '银行存款', 'debit', null, '{}', false, false, false),
  ('1002.01', '物业公司', 'debit', '1002', '{lump sum,remuneration}', false, false, false),
  ('1002.02', '公共收益户', 'debit', '1002', '{publicRevenue}', false, false, false),
  ('1002.03', '物业服务资金户', 'debit', '1002', '{remuneration}', false, false, false),
  ('1002.04', '维修资金专户', 'debit', '1002', '{maintenanceFund}', false, false, false),
  ('1012', '其他货币资金', 'debit', null, '{}', false, false, false),
  ('1012.01', '微信待结算', 'debit', '1012', '{lump sum,remuneration,publicRevenue}', false, false, true),
  ('1122', '应收账款', 'debit', null, '{lump sum,remuneration}', true, false, false),
  ('1221', '其他应收款', 'debit', null, '{lump sum,remuneration,publicRevenue,maintenanceFund}', false, false, false),
  ('2203', '预收账款', 'credit', null, '{lump sum,remuneration}', true, false, false),
  ('2241', '其他应付款', 'credit', null, '{}', false, false, false),
  ('2241.01', '装修押金', 'credit', '2241', '{lump sum,remuneration}', false, false, false),
  ('2241.02', '应退款', 'credit', '2241', '{lump sum,remuneration,publicRevenue}', false, false, false),
  ('2241.03', '代收代付', 'credit', '2241', '{lump sum,remuneration}', false, false, false),
  ('2241.99', '暂收待查', 'credit', '2241', '{lump sum,remuneration,publicRevenue,maintenanceFund}', false, false, false),
  ('6001', '主营业务收入', 'credit', null, '{lump sum,remuneration}', false, false, false),
  ('6401', '主营业务成本', 'debit', null, '{lump sum}', false, false, false),
  ('6603', '财务费用', 'debit', null, '{lump sum,remuneration}', false, false, false),
  ('9101', '业主共有-公共收益', 'credit', null, '{publicRevenue}', false, true, false),
  ('9102', '代管-物业服务资金', 'credit', null, '{remuneration}', false, false, false),
  ('9103', '维修资金', 'credit', null, '{maintenanceFund}', true, false, false),
  ('9199', '结余', 'credit', null, '{remuneration,publicRevenue}', false, false, false);

-- A merchant account at WeChat Pay takes either fees or public revenue, never both. Payments add what they need to know of it.
create table app.pay_account (
  pay_account_id uuid primary key,
  kind text not null check (kind in ('fees', 'publicRevenue'))
);
grant select on app.pay_account to mingju_app;

-- A ledger (账套) for each community and kind; fees have one for each contract and charge mode, so a new enterprise or
-- charge mode opens a new one. Its row carries the head of its chain and is locked by whoever posts.
create table app.ledger (
  community_id uuid not null references app.community,
  ledger_id uuid not null,
  kind text not null check (kind in ('fees', 'publicRevenue', 'maintenanceFund')),
  contract_id uuid,
  charge_mode text check (charge_mode in ('lump sum', 'remuneration')),
  opened_at timestamptz not null,
  closed_before date,                 -- days before it are published: nothing is booked on them any more
  head_seq bigint not null default 0 check (head_seq >= 0),
  head_hash text not null default repeat('0', 64) check (head_hash ~ '^[0-9a-f]{64}$'),
  primary key (community_id, ledger_id),
  constraint ledger_once unique nulls not distinct (community_id, kind, contract_id, charge_mode),
  constraint ledger_of_contract check ((kind = 'fees') = (contract_id is not null) and (contract_id is null) = (charge_mode is null)),
  foreign key (community_id, contract_id) references app.service_contract
) with (fillfactor = 50);
call app.protect_tenant('app.ledger', 'select, update (closed_before)');
grant insert, update on app.ledger to mingju_ledger;

-- What is closed stays closed, and a ledger's own facts never change.
create function app.keep_ledger() returns trigger language plpgsql as $$
begin
  if new.closed_before < old.closed_before or new.closed_before is null and old.closed_before is not null
    or (to_jsonb(new) - '{closed_before,head_seq,head_hash}'::text[]) <> (to_jsonb(old) - '{closed_before,head_seq,head_hash}'::text[]) then
    raise exception 'a ledger is never rewritten nor opened again' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger never_rewritten before update on app.ledger for each row execute function app.keep_ledger();

create table app.journal (
  community_id uuid not null,
  journal_id uuid not null,
  ledger_id uuid not null,
  seq bigint not null check (seq > 0),
  booked_on date not null,
  posted_at timestamptz not null,
  posted_by uuid references app.person,         -- nobody: the clockwork or a notice of WeChat
  reverses uuid,
  corrects_quarter text check (corrects_quarter ~ '^[0-9]{4}-Q[1-4]$'),
  about_kind text,
  about_id uuid,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (community_id, journal_id),
  constraint journal_seq unique (community_id, ledger_id, seq),
  constraint journal_about check ((about_kind is null) = (about_id is null)),
  foreign key (community_id, ledger_id) references app.ledger,
  foreign key (community_id, reverses) references app.journal
);
create index journal_about_what on app.journal (community_id, about_id) where about_id is not null;
create index journal_reversals on app.journal (community_id, reverses) where reverses is not null;
call app.protect_tenant('app.journal', 'select');
call app.make_append_only('app.journal');
grant insert on app.journal to mingju_ledger;

create table app.journal_line (
  community_id uuid not null,
  ledger_id uuid not null,
  seq bigint not null,
  place integer not null check (place > 0),
  account text not null,
  debit_fen bigint not null check (debit_fen >= 0),
  credit_fen bigint not null check (credit_fen >= 0),
  pay_account_id uuid,
  house_id uuid,
  source_id uuid,
  scope text check (length(scope) between 1 and 80),
  category text check (length(category) between 1 and 80),
  primary key (community_id, ledger_id, seq, place),
  constraint journal_line_one_side check ((debit_fen = 0) <> (credit_fen = 0))
  -- That journal, account, house and merchant are there is checked below for a whole statement at once: keys would be
  -- looked up line by line.
);
create index journal_line_of_house on app.journal_line (community_id, house_id, ledger_id, seq) where house_id is not null;
call app.protect_tenant('app.journal_line', 'select');
call app.make_append_only('app.journal_line');
grant insert on app.journal_line to mingju_ledger;

-- What a journal rests on: the original (committee, supervisor, auditor) and a redacted copy (residents), both by hash.
create table app.journal_voucher (
  community_id uuid not null,
  journal_id uuid not null,
  place integer not null check (place > 0),
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  redacted_file_id uuid,
  redacted_sha256 text check (redacted_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (community_id, journal_id, place),
  constraint journal_voucher_redacted check ((redacted_file_id is null) = (redacted_sha256 is null)),
  foreign key (community_id, journal_id) references app.journal,
  foreign key (community_id, file_id) references app.file,
  foreign key (community_id, redacted_file_id) references app.file
);
call app.protect_tenant('app.journal_voucher', 'select');
call app.make_append_only('app.journal_voucher');
grant insert on app.journal_voucher to mingju_ledger;

-- The words of a journal may name somebody, so they stand apart and can be erased with their salt; what stays in the chain
-- is sha256(salt + line feed + words), from which nothing can be guessed once the salt is gone.
create table app.journal_words (
  community_id uuid not null,
  journal_id uuid not null,
  salt text not null,
  words text not null,
  primary key (community_id, journal_id),
  foreign key (community_id, journal_id) references app.journal
);
call app.protect_tenant('app.journal_words', 'select, delete');
grant insert on app.journal_words to mingju_ledger;

-- Sums by month, kept by every posting, so that a statement reads the same few rows however long the journal is.
create table app.account_month (
  community_id uuid not null,
  ledger_id uuid not null,
  account text not null,
  month date not null check (extract(day from month) = 1),
  category text,
  scope text,
  source_id uuid,
  pay_account_id uuid,
  debit_fen bigint not null,
  credit_fen bigint not null,
  constraint account_month_once unique nulls not distinct (community_id, ledger_id, account, month, category, scope, source_id, pay_account_id),
  foreign key (community_id, ledger_id) references app.ledger
) with (fillfactor = 70);
call app.protect_tenant('app.account_month', 'select');
grant insert, update on app.account_month to mingju_ledger;

-- The same by house, for the accounts that are kept by house.
create table app.house_month (
  community_id uuid not null,
  house_id uuid not null,
  ledger_id uuid not null,
  account text not null,
  month date not null check (extract(day from month) = 1),
  debit_fen bigint not null,
  credit_fen bigint not null,
  primary key (community_id, ledger_id, account, month, house_id)
) with (fillfactor = 70);
create index house_month_of_house on app.house_month (community_id, house_id);
call app.protect_tenant('app.house_month', 'select');
grant insert, update on app.house_month to mingju_ledger;

-- Laws over every new line: the lines of one journal come in one statement, balance in it, and each account stands in its
-- book, with what it must name. Only statements are looked at, never row by row: a billing run has a line for each house.
create function app.check_journal_lines() returns trigger language plpgsql as $$
declare
  of_ledger app.ledger;
  journals bigint;
  unlawful text;
begin
  select count(distinct (n.ledger_id, n.seq)) into journals from new_line n;
  select l.* into of_ledger
  from (select community_id, ledger_id, seq from new_line limit 1) n
  join app.journal j on j.community_id = n.community_id and j.ledger_id = n.ledger_id and j.seq = n.seq
  join app.ledger l on l.community_id = n.community_id and l.ledger_id = n.ledger_id;
  if journals <> 1 or not found then
    raise exception 'lines without their journal' using errcode = 'foreign_key_violation', constraint = 'journal_line_of_journal';
  end if;
  if (select sum(debit_fen) <> sum(credit_fen) from new_line) then
    raise exception 'a journal does not balance' using errcode = 'check_violation', constraint = 'journal_balances';
  end if;
  select n.account into unlawful
  from (
    select account, pay_account_id, bool_and(house_id is not null) as by_house, bool_and(category is not null) as by_category
    from new_line group by account, pay_account_id
  ) n
  left join app.account a on a.code = n.account
  left join app.pay_account p on p.pay_account_id = n.pay_account_id
  where a.code is null or not coalesce(of_ledger.charge_mode, of_ledger.kind) = any (a.books)
    or a.by_house and not n.by_house or a.by_category and not n.by_category
    or a.by_pay_account and n.pay_account_id is null
    or n.pay_account_id is not null and p.kind is distinct from of_ledger.kind
  limit 1;
  if found then
    raise exception 'account % cannot stand so in this ledger', unlawful
      using errcode = 'check_violation', constraint = 'journal_line_in_its_book';
  end if;
  if exists (
    select from (select distinct house_id from new_line where house_id is not null) n
    where not exists (select from app.house h where h.community_id = of_ledger.community_id and h.house_id = n.house_id)
  ) then
    raise exception 'a line for no house' using errcode = 'foreign_key_violation', constraint = 'journal_line_of_house';
  end if;
  return null;
end $$;
create trigger lines_are_lawful after insert on app.journal_line
  referencing new table as new_line for each statement execute function app.check_journal_lines();

-- A reversing journal mirrors lines of the journal it names, in the same ledger: all of them, or a part (one bill of a run).
-- No fen is reversed twice, and a reversal is not reversed.
create function app.check_reversal() returns trigger language plpgsql as $$
declare
  mine app.journal;
  reversed app.journal;
begin
  select j.* into mine
  from (select community_id, ledger_id, seq from new_line limit 1) n
  join app.journal j on j.community_id = n.community_id and j.ledger_id = n.ledger_id and j.seq = n.seq;
  if mine.reverses is null then
    return null;
  end if;
  select j.* into reversed from app.journal j where j.community_id = mine.community_id and j.journal_id = mine.reverses;
  if reversed.ledger_id <> mine.ledger_id or reversed.reverses is not null or mine.booked_on < reversed.booked_on then
    raise exception 'this journal cannot be reversed so' using errcode = 'check_violation', constraint = 'journal_reversal_lawful';
  end if;
  if exists (
    select from (
      select l.account, l.house_id, l.pay_account_id, l.source_id, l.scope, l.category, l.credit_fen as debit_left, l.debit_fen as credit_left
      from app.journal_line l
      where l.community_id = mine.community_id and l.ledger_id = mine.ledger_id and l.seq = reversed.seq
      union all
      select l.account, l.house_id, l.pay_account_id, l.source_id, l.scope, l.category, -l.debit_fen, -l.credit_fen
      from app.journal j
      join app.journal_line l on l.community_id = j.community_id and l.ledger_id = j.ledger_id and l.seq = j.seq
      where j.community_id = mine.community_id and j.reverses = mine.reverses
    ) l
    group by l.account, l.house_id, l.pay_account_id, l.source_id, l.scope, l.category
    having sum(l.debit_left) < 0 or sum(l.credit_left) < 0
  ) then
    raise exception 'reversed already, or more than was posted' using errcode = 'check_violation', constraint = 'journal_reversed_once';
  end if;
  return null;
end $$;
create trigger reversals_are_lawful after insert on app.journal_line
  referencing new table as new_line for each statement execute function app.check_reversal();

-- Each posting adds to the sums of its month, last and in the order of their keys, so that two postings never wait crosswise.
create function app.keep_sums() returns trigger language plpgsql as $$
declare
  of_month date;
begin
  select date_trunc('month', j.booked_on) into of_month
  from (select community_id, ledger_id, seq from new_line limit 1) n
  join app.journal j on j.community_id = n.community_id and j.ledger_id = n.ledger_id and j.seq = n.seq;
  insert into app.account_month (community_id, ledger_id, account, month, category, scope, source_id, pay_account_id, debit_fen, credit_fen)
  select n.community_id, n.ledger_id, n.account, of_month, n.category, n.scope, n.source_id, n.pay_account_id,
    sum(n.debit_fen), sum(n.credit_fen)
  from new_line n
  group by 1, 2, 3, 5, 6, 7, 8
  order by 1, 2, 3, 5, 6, 7, 8
  on conflict on constraint account_month_once do update
    set debit_fen = account_month.debit_fen + excluded.debit_fen, credit_fen = account_month.credit_fen + excluded.credit_fen;
  insert into app.house_month (community_id, ledger_id, account, month, house_id, debit_fen, credit_fen)
  select n.community_id, n.ledger_id, n.account, of_month, n.house_id, sum(n.debit_fen), sum(n.credit_fen)
  from new_line n
  where n.house_id is not null
  group by 1, 2, 3, 5
  order by 1, 2, 3, 5
  on conflict (community_id, ledger_id, account, month, house_id) do update
    set debit_fen = house_month.debit_fen + excluded.debit_fen, credit_fen = house_month.credit_fen + excluded.credit_fen;
  return null;
end $$;
create trigger sums_are_kept after insert on app.journal_line
  referencing new table as new_line for each statement execute function app.keep_sums();

-- A voucher is a file that the server has read, and its hash is the file's.
create function app.check_vouchers() returns trigger language plpgsql as $$
begin
  if exists (
    select from new_voucher v
    left join app.file f on f.community_id = v.community_id and f.file_id = v.file_id and f.state = 'checked'
    left join app.file r on r.community_id = v.community_id and r.file_id = v.redacted_file_id and r.state = 'checked'
    where f.sha256 is distinct from v.sha256 or r.sha256 is distinct from v.redacted_sha256
  ) then
    raise exception 'a voucher is not the file it names' using errcode = 'check_violation', constraint = 'journal_voucher_is_file';
  end if;
  return null;
end $$;
create trigger vouchers_are_files after insert on app.journal_voucher
  referencing new table as new_voucher for each statement execute function app.check_vouchers();

-- The ledger of a community, kind and (for fees) contract; opens it when there is none. For fees without a named contract,
-- that of the contract in force today.
create function app.ledger_of(in_community uuid, in_kind text, in_contract uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_contract uuid;
  in_mode text;
  found_id uuid;
begin
  if in_kind = 'fees' then
    select c.contract_id, c.charge_mode into of_contract, in_mode
    from app.service_contract c
    where c.community_id = in_community
      and case when in_contract is not null then c.contract_id = in_contract
        else c.from_on <= (app.app_now() at time zone 'Asia/Shanghai')::date
          and (c.until_on is null or (app.app_now() at time zone 'Asia/Shanghai')::date < c.until_on) end
    order by c.from_on desc, c.contract_id
    limit 1;
    if of_contract is null then
      raise exception 'a ledger of fees needs a contract' using errcode = 'check_violation', constraint = 'ledger_needs_contract';
    end if;
  end if;
  select ledger_id into found_id from app.ledger
  where community_id = in_community and kind = in_kind
    and contract_id is not distinct from of_contract and charge_mode is not distinct from in_mode;
  if found_id is null then
    insert into app.ledger (community_id, ledger_id, kind, contract_id, charge_mode, opened_at)
    values (in_community, app.new_id(), in_kind, of_contract, in_mode, app.app_now())
    on conflict on constraint ledger_once do nothing;
    select ledger_id into strict found_id from app.ledger
    where community_id = in_community and kind = in_kind
      and contract_id is not distinct from of_contract and charge_mode is not distinct from in_mode;
  end if;
  return found_id;
end $$;

-- Key and value of canonical JSON (RFC 8785) with a comma after it, or nothing where there is no value. PostgreSQL escapes a
-- text as RFC 8785 asks.
create function app.json_member(key text, value text) returns text language sql immutable parallel safe as $$
  select coalesce('"' || key || '":' || to_json(value)::text || ',', '')
$$;

-- Posts a journal: gives it the next number of its ledger and links it to the one before by
-- hash = sha256(previous hash + line feed + canonical JSON of the whole journal). The ledger stays locked until the end of the
-- transaction, so this is the last thing that a transaction does. The TypeScript rule in journal-chain.ts recounts it.
create function app.post_journal(in_community uuid, in_journal jsonb)
returns table (journal_id uuid, seq bigint, hash text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  new_journal constant uuid := app.new_id();
  now_posted constant timestamptz := app.app_now();
  of_ledger constant uuid := in_journal ->> 'ledgerId';
  booked_on constant date := in_journal ->> 'bookedOn';
  salt constant text := gen_random_uuid();
  text_sha256 constant text := encode(sha256(convert_to(salt || E'\n' || (in_journal ->> 'words'), 'UTF8')), 'hex');
  head app.ledger;
  content text;
  new_hash text;
begin
  select * into strict head from app.ledger l where l.community_id = in_community and l.ledger_id = of_ledger for update;
  if booked_on < head.closed_before then
    raise exception 'these days are published' using errcode = 'check_violation', constraint = 'ledger_closed';
  end if;
  if booked_on > (now_posted at time zone 'Asia/Shanghai')::date + 1 then
    raise exception 'booked in the future' using errcode = 'check_violation', constraint = 'journal_not_in_future';
  end if;
  select '{'
    || coalesce('"about":{"id":"' || (in_journal -> 'about' ->> 'id')::uuid || '","kind":' || to_json(in_journal -> 'about' ->> 'kind') || '},', '')
    || '"bookedOn":"' || to_char(booked_on, 'YYYY-MM-DD') || '","communityId":"' || in_community || '",'
    || app.json_member('correctsQuarter', in_journal ->> 'correctsQuarter')
    || '"journalId":"' || new_journal || '","ledger":"' || of_ledger || '","lines":[' || string_agg(
      '{"account":' || to_json(line.account) || ',' || app.json_member('category', line.category)
      || '"creditFen":' || line."creditFen" || ',"debitFen":' || line."debitFen"
      || coalesce(',"houseId":"' || line."houseId" || '"', '') || coalesce(',"payAccountId":"' || line."payAccountId" || '"', '')
      || coalesce(',"scope":' || to_json(line.scope), '') || coalesce(',"sourceId":"' || line."sourceId" || '"', '') || '}',
      ',' order by line.place)
    || '],"postedAt":"' || to_char(now_posted at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
    || app.json_member('postedBy', app.person()::text) || app.json_member('reverses', ((in_journal ->> 'reverses')::uuid)::text)
    || '"seq":' || head.head_seq + 1 || ',"textSha256":"' || text_sha256 || '","v":1,"vouchers":[' || coalesce((
      select string_agg('{"fileId":"' || (v ->> 'fileId')::uuid || '",' || app.json_member('redactedFileId', ((v ->> 'redactedFileId')::uuid)::text)
        || app.json_member('redactedSha256', v ->> 'redactedSha256') || '"sha256":' || to_json(v ->> 'sha256') || '}', ',' order by place)
      from jsonb_array_elements(in_journal -> 'vouchers') with ordinality as voucher (v, place)), '')
    || ']}'
  into content
  from rows from (jsonb_to_recordset(in_journal -> 'lines') as (account text, "debitFen" bigint, "creditFen" bigint,
    "payAccountId" uuid, "houseId" uuid, "sourceId" uuid, scope text, category text)) with ordinality
    as line (account, "debitFen", "creditFen", "payAccountId", "houseId", "sourceId", scope, category, place);
  if content is null then
    raise exception 'a journal without lines' using errcode = 'check_violation', constraint = 'journal_balances';
  end if;
  new_hash := encode(sha256(convert_to(head.head_hash || E'\n' || content, 'UTF8')), 'hex');
  insert into app.journal (community_id, journal_id, ledger_id, seq, booked_on, posted_at, posted_by, reverses, corrects_quarter,
    about_kind, about_id, text_sha256, prev_hash, hash)
  values (in_community, new_journal, of_ledger, head.head_seq + 1, booked_on, now_posted, app.person(), (in_journal ->> 'reverses')::uuid,
    in_journal ->> 'correctsQuarter', in_journal -> 'about' ->> 'kind', (in_journal -> 'about' ->> 'id')::uuid, text_sha256,
    head.head_hash, new_hash);
  insert into app.journal_words (community_id, journal_id, salt, words)
  values (in_community, new_journal, salt, in_journal ->> 'words');
  insert into app.journal_voucher (community_id, journal_id, place, file_id, sha256, redacted_file_id, redacted_sha256)
  select in_community, new_journal, place, (v ->> 'fileId')::uuid, v ->> 'sha256', (v ->> 'redactedFileId')::uuid, v ->> 'redactedSha256'
  from jsonb_array_elements(in_journal -> 'vouchers') with ordinality as voucher (v, place);
  insert into app.journal_line (community_id, ledger_id, seq, place, account, debit_fen, credit_fen, pay_account_id, house_id,
    source_id, scope, category)
  select in_community, of_ledger, head.head_seq + 1, line.place, line.account, line."debitFen", line."creditFen",
    line."payAccountId", line."houseId", line."sourceId", line.scope, line.category
  from rows from (jsonb_to_recordset(in_journal -> 'lines') as (account text, "debitFen" bigint, "creditFen" bigint,
    "payAccountId" uuid, "houseId" uuid, "sourceId" uuid, scope text, category text)) with ordinality
    as line (account, "debitFen", "creditFen", "payAccountId", "houseId", "sourceId", scope, category, place);
  update app.ledger l set head_seq = head.head_seq + 1, head_hash = new_hash
  where l.community_id = in_community and l.ledger_id = of_ledger;
  return query select new_journal, head.head_seq + 1, new_hash;
end $$;

-- It reads what the functions' role reads, under the same walls, and alone writes the books.
grant mingju_app to mingju_ledger;
grant mingju_ledger to current_user;
grant create on schema app to mingju_ledger;
alter function app.ledger_of(uuid, text, uuid) owner to mingju_ledger;
alter function app.post_journal(uuid, jsonb) owner to mingju_ledger;
revoke all on function app.ledger_of(uuid, text, uuid), app.post_journal(uuid, jsonb) from public;
grant execute on function app.ledger_of(uuid, text, uuid), app.post_journal(uuid, jsonb) to mingju_app;
revoke create on schema app from mingju_ledger;
revoke mingju_ledger from current_user;
