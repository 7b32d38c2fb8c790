-- Global tables hold no personal data. Names and telephones live in the tenant table `contact`,
-- so that a person can be erased in one community without touching ledgers, audit or events.

create table app.person (
  person_id uuid primary key,
  created_at timestamptz not null default app.app_now()
);

-- A deployment that has met people can no longer change its kind: a real database never becomes a demo.
create function app.refuse_new_kind_with_people() returns trigger language plpgsql as $$
begin
  if old.kind <> new.kind and exists (select from app.person) then
    raise exception 'a database that holds people keeps its kind' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_kind before update on app.deployment
  for each row execute function app.refuse_new_kind_with_people();

-- An openid or a CloudBase uid is a key here and nowhere else.
create table app.identity (
  identity_id uuid primary key,
  provider text not null check (provider in ('wx', 'cloudbase')),
  app text not null check (app <> ''),
  subject text not null check (subject <> ''),
  person_id uuid not null references app.person,
  acting_seat_id uuid,
  constraint identity_subject unique (provider, app, subject)
);
create index identity_person on app.identity (person_id);

create table app.enterprise (
  enterprise_id uuid primary key,
  name text not null
);

create table app.street (
  street_id uuid primary key,
  name text not null,
  neighbourhood_name text not null
);
grant select on app.enterprise, app.street to mingju_app, mingju_bootstrap;

-- What the written policies of a place demand. Where a text is silent, the default pack, the strictest, holds.
create table app.rule_pack (
  rule_pack_id text primary key check (rule_pack_id ~ '^[a-z]+$'),
  name text not null,
  publish_within_days integer not null check (publish_within_days between 1 and 366),
  objection_days integer not null check (objection_days between 30 and 366),
  answer_within_days integer not null check (answer_within_days between 1 and 366),
  price_notice_months integer not null check (price_notice_months between 1 and 12),
  fund_trigger_percent integer not null check (fund_trigger_percent between 0 and 100),
  source text not null
);
insert into app.rule_pack values
  ('default', '通用规则（最严）', 15, 30, 3, 1, 30,
   '各地文件没有写明时，按各地写明的最严一条执行；按季公布、公示和异议期 30 日、3 日内答复取各地所写的最严；季末后 15 日内公布为本产品的约定');
grant select on app.rule_pack to mingju_app, mingju_bootstrap;

create table app.community (
  community_id uuid primary key,
  name text not null,
  city text not null,
  street_id uuid not null references app.street,
  rule_pack_id text not null default 'default' references app.rule_pack,
  enterprise_id uuid references app.enterprise,
  body_name text,
  built_year integer check (built_year between 1900 and 2200),
  constraint community_name unique (city, name)
);
call app.protect_tenant('app.community', 'select');
call app.publish_tenant('app.community');
call app.show_to_bootstrap('app.community');

create table app.community_phone (
  community_id uuid not null references app.community,
  place integer not null,
  label text not null,
  number text not null,
  hours text not null,
  primary key (community_id, place)
);
call app.protect_tenant('app.community_phone', 'select');
call app.publish_tenant('app.community_phone');

create table app.house (
  community_id uuid not null references app.community,
  house_id uuid not null,
  building text not null,
  stair text not null,
  room text not null,
  primary key (community_id, house_id),
  constraint house_address unique (community_id, building, stair, room)
);
call app.protect_tenant('app.house', 'select');
call app.show_to_bootstrap('app.house');
