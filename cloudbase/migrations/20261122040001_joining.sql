-- How people come to a house or an office: applications, claim codes, tries, and changes of account or telephone.

alter table app.binding
  add column end_reason text check (end_reason in ('sold', 'movedOut', 'removed', 'mistake')),
  add column ended_by uuid references app.person;
alter table app.seat
  add column document_words text,          -- the decision that a committee's or supervisor's office rests on
  add column end_reason text,
  add column ended_by uuid references app.person;
grant insert, update on app.seat, app.binding, app.contact to mingju_app;

-- An address as people type it: 0302 and 302 are one room.
create function app.house_key(building text, stair text, room text) returns text language sql immutable parallel safe as $$
  select ltrim(upper(building), '0') || '-' || ltrim(upper(stair), '0') || '-' || ltrim(upper(room), '0')
$$;
create index house_by_key on app.house (community_id, app.house_key(building, stair, room));

-- What somebody typed who wants to be bound. It holds an address and not a house: whether there is such a house, and
-- whether the owner register agrees, is looked up when the clerk reads it, so the applicant's answer cannot tell.
create table app.application (
  community_id uuid not null references app.community,
  application_id uuid not null,
  person_id uuid not null references app.person,
  building text not null,
  stair text not null,
  room text not null,
  house_key text not null,
  role text not null check (role in ('owner', 'family', 'tenant')),
  name text not null,
  phone text not null,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused')),
  decided_by uuid references app.person,
  decided_at timestamptz,
  reason text,
  primary key (community_id, application_id),
  constraint application_second_person check (decided_by is null or decided_by <> person_id)
);
create unique index application_waiting on app.application (community_id, person_id, house_key, role) where state = 'waiting';
create index application_newest on app.application (community_id, state, at desc, application_id desc);
create index application_person on app.application (person_id);
call app.protect_tenant('app.application', 'select, insert, update');

-- Each try of an application or a code, right or wrong: the daily limit is these rows, counted under a lock.
create table app.join_try (
  community_id uuid not null references app.community,
  try_id uuid not null,
  person_id uuid not null references app.person,
  kind text not null check (kind in ('application', 'code')),
  house_key text,
  at timestamptz not null,
  primary key (community_id, try_id)
);
create index join_try_person on app.join_try (community_id, person_id, at);
create index join_try_house on app.join_try (community_id, house_key, at) where house_key is not null;
call app.protect_tenant('app.join_try', 'select, insert');

-- A claim code: a short label to find the row by, and the hash of 80 random bits. The bits themselves are nowhere.
create table app.claim_code (
  community_id uuid not null references app.community,
  code_id uuid not null,
  label text not null,
  secret_sha256 text not null,
  purpose text not null check (purpose in ('house', 'office', 'account')),
  role text,
  house_id uuid,
  office_name text,
  document_words text,
  for_person_id uuid references app.person,      -- whose account is replaced
  issued_by uuid not null references app.person,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_by uuid references app.person,
  used_at timestamptz,
  revoked_by uuid references app.person,
  revoked_at timestamptz,
  primary key (community_id, code_id),
  foreign key (community_id, house_id) references app.house,
  constraint claim_code_once check (used_at is null or revoked_at is null),
  constraint claim_code_opens check (
    case purpose
      when 'house' then house_id is not null and role in ('owner', 'family', 'tenant')
      when 'office' then house_id is null and office_name is not null and role is not null
      else for_person_id is not null and role is null
    end)
);
create index claim_code_label on app.claim_code (community_id, label);
create index claim_code_newest on app.claim_code (community_id, issued_at desc);
call app.protect_tenant('app.claim_code', 'select, insert, update');

-- A lost phone or a new number: requested by one employee, approved by another.
create table app.rebinding (
  community_id uuid not null references app.community,
  rebinding_id uuid not null,
  person_id uuid not null references app.person,
  kind text not null check (kind in ('account', 'phone')),
  new_phone text,
  reason text not null,
  state text not null check (state in ('requested', 'approved')),
  requested_by uuid not null references app.person,
  requested_at timestamptz not null,
  approved_by uuid references app.person,
  approved_at timestamptz,
  code_id uuid,
  primary key (community_id, rebinding_id),
  foreign key (community_id, code_id) references app.claim_code,
  constraint rebinding_second_person check (approved_by is null or approved_by <> requested_by),
  constraint rebinding_phone check ((kind = 'phone') = (new_phone is not null))
);
create unique index rebinding_open on app.rebinding (community_id, person_id, kind) where state = 'requested';
call app.protect_tenant('app.rebinding', 'select, insert, update');

-- The owners' body of a community as its neighbourhood recorded it; the latest row holds.
create table app.owners_body (
  community_id uuid not null references app.community,
  body_id uuid not null,
  kind text not null check (kind in ('committee', 'management', 'courtyard', 'district', 'environment', 'neighbourhood')),
  name text not null,
  document_words text not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  recorded_by uuid not null references app.person,
  recorded_at timestamptz not null,
  primary key (community_id, body_id)
);
create index owners_body_newest on app.owners_body (community_id, recorded_at desc);
call app.protect_tenant('app.owners_body', 'select, insert');
grant update (body_name) on app.community to mingju_app;

-- A joiner belongs to no community yet: the doorway opens one community for the transaction, and of it only what joining
-- needs. Registers, orders, bills, files and messages stay shut, whatever the code does.
create function app.joining_community() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.joining_community', true), '')::uuid
$$;

do $$
declare
  of_table text;
begin
  foreach of_table in array array['house', 'seat', 'binding', 'claim_code', 'join_try'] loop
    execute format('create policy joiner_reads on app.%I for select using (community_id = (select app.joining_community()))', of_table);
  end loop;
  foreach of_table in array array['application', 'contact', 'audit'] loop
    execute format(
      'create policy joiner_reads on app.%I for select
         using (community_id = (select app.joining_community()) and person_id = (select app.person()))', of_table);
  end loop;
  foreach of_table in array array['application', 'contact', 'audit', 'join_try', 'seat'] loop
    execute format(
      'create policy joiner_adds on app.%I for insert
         with check (community_id = (select app.joining_community()) and person_id = (select app.person()))', of_table);
  end loop;
  foreach of_table in array array['binding', 'outbox', 'audit_pending'] loop
    execute format('create policy joiner_adds on app.%I for insert with check (community_id = (select app.joining_community()))', of_table);
  end loop;
end $$;
create policy joiner_changes on app.application for update
  using (community_id = (select app.joining_community()) and person_id = (select app.person()))
  with check (community_id = (select app.joining_community()) and person_id = (select app.person()) and state = 'waiting');
create policy joiner_changes on app.claim_code for update
  using (community_id = (select app.joining_community()))
  with check (community_id = (select app.joining_community()) and used_by = (select app.person()));
