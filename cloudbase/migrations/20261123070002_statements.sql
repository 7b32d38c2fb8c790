-- The quarter's statement (季度公示) of the public revenue: made from the entries below a head of the ledger's chain, reviewed
-- by another person, published, and then as it is for ever. A correction is a later statement's business.
create table app.statement (
  community_id uuid not null references app.community,
  statement_id uuid not null,
  ledger_id uuid not null,
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  state text not null check (state in ('draft', 'reviewed', 'published')),
  content jsonb not null,             -- exactly what the fingerprint covers: figures, lines, sources, bank, head
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  opening_fen bigint not null,
  income_fen bigint not null,
  cost_fen bigint not null,
  committee_fen bigint not null,
  closing_fen bigint not null,
  head_seq bigint not null check (head_seq >= 0),
  head_hash text not null check (head_hash ~ '^[0-9a-f]{64}$'),
  due_on date not null,
  drafted_by uuid not null references app.person,
  drafted_role text not null,
  drafted_at timestamptz not null,
  reviewed_by uuid references app.person,
  reviewed_role text,
  reviewed_at timestamptz,
  published_by uuid references app.person,
  published_at timestamptz,
  published_on date,                  -- the business date of published_at
  late_days integer check (late_days >= 0),
  objection_until date,
  primary key (community_id, statement_id),
  constraint statement_quarter unique (community_id, ledger_id, quarter),
  foreign key (community_id, ledger_id) references app.ledger,
  constraint statement_adds_up check (closing_fen = opening_fen + income_fen - cost_fen - committee_fen),
  constraint statement_second_person check (reviewed_by is null or reviewed_by <> drafted_by),
  constraint statement_review check ((state = 'draft') = (reviewed_by is null)),
  constraint statement_published check (
    (state = 'published') = (published_by is not null) and (state = 'published') = (published_at is not null)
    and (state = 'published') = (published_on is not null) and (state = 'published') = (late_days is not null)
    and (state = 'published') = (objection_until is not null))
);
call app.protect_tenant('app.statement', 'select, insert, update');
create policy published on app.statement for select using (
  community_id = (select app.public_community()) and state = 'published');

create function app.refuse_change_of_published_statement() returns trigger language plpgsql as $$
begin
  raise exception 'a published statement does not change' using errcode = 'restrict_violation';
end $$;
create trigger published_stays before update or delete on app.statement
  for each row when (old.state = 'published') execute function app.refuse_change_of_published_statement();
create trigger published_stays_truncate before truncate on app.statement
  for each statement execute function app.refuse_change_of_published_statement();
