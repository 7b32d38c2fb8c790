-- What every act leaves behind: its stored reply, its audit row, and what must still be told.

-- The key is (person, call, request id); only committed acts are stored. Rows belong to a person, not to a
-- community, because the acting seat may change between two tries; row-level security is by person.
create table app.act_reply (
  person_id uuid not null references app.person,
  call text not null,
  request_id uuid not null,
  input_sha256 text not null,
  reply jsonb,
  at timestamptz not null,
  primary key (person_id, call, request_id)
);
create index act_reply_at on app.act_reply (at);
alter table app.act_reply enable row level security;
alter table app.act_reply force row level security;
create policy own on app.act_reply using (person_id = (select app.person())) with check (person_id = (select app.person()));
grant select, insert, update on app.act_reply to mingju_app;

create table app.audit (
  community_id uuid not null references app.community,
  audit_id uuid not null,
  at timestamptz not null,
  person_id uuid not null references app.person,
  role text not null,
  call text not null,
  request_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  input_sha256 text not null,
  reply_sha256 text not null,
  primary key (community_id, audit_id)
);
call app.protect_tenant('app.audit', 'select, insert');
call app.make_append_only('app.audit');

-- Rows not yet in the chain. A chain inside the act would make all acts of a community wait for each other.
create table app.audit_pending (
  community_id uuid not null,
  audit_id uuid not null,
  primary key (community_id, audit_id),
  foreign key (community_id, audit_id) references app.audit
);
call app.protect_tenant('app.audit_pending', 'select, insert, delete');
call app.show_to_bootstrap('app.audit_pending');

-- The sealed chain: hash = sha256(previous hash + line feed + canonical JSON of the audit row), sequence without gaps.
create table app.audit_seal (
  community_id uuid not null,
  seq bigint not null check (seq > 0),
  audit_id uuid not null,
  previous_hash text not null,
  hash text not null,
  primary key (community_id, seq),
  constraint audit_sealed_once unique (community_id, audit_id),
  foreign key (community_id, audit_id) references app.audit
);
call app.protect_tenant('app.audit_seal', 'select, insert');
call app.make_append_only('app.audit_seal');

-- What must still happen because of an act. Ids only: the sentence is made when it is read.
create table app.outbox (
  community_id uuid not null references app.community,
  outbox_id uuid not null,
  topic text not null,
  to_person_id uuid references app.person,
  to_role text,
  about_id uuid not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  done_at timestamptz,
  last_error text,
  primary key (community_id, outbox_id),
  constraint outbox_one_addressee check (num_nonnulls(to_person_id, to_role) = 1)
);
create index outbox_due on app.outbox (due_at) where done_at is null;
call app.protect_tenant('app.outbox', 'select, insert, update');
call app.show_to_bootstrap('app.outbox');

create table app.message (
  community_id uuid not null references app.community,
  message_id uuid not null,
  person_id uuid not null references app.person,
  topic text not null,
  about_id uuid not null,
  outbox_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (community_id, message_id),
  constraint message_told_once unique (community_id, outbox_id, person_id)
);
create index message_inbox on app.message (community_id, person_id, message_id desc);
create index message_unread on app.message (community_id, person_id) where read_at is null;
call app.protect_tenant('app.message', 'select, insert, update');
call app.show_to_bootstrap('app.message');

-- Numbers that people say on the telephone: without gaps, one row a kind and day.
create table app.serial (
  community_id uuid not null references app.community,
  kind text not null,
  day date not null,
  last integer not null check (last > 0),
  primary key (community_id, kind, day)
);
call app.protect_tenant('app.serial', 'select, insert, update');
