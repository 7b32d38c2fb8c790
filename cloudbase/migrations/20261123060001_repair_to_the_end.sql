-- A repair to its end: what is broken, who has it, what the contract promised, what was photographed, how it was rated.

-- Which repairs a promise with minutes is about; none given: every repair.
alter table app.grade_promise
  add column repairs text check (repairs in ('urgent', 'general'));
update app.grade_promise set repairs = 'urgent' where clock is not null and words like '急修%';

alter table app.repair
  add column category text not null default 'otherCommon',     -- what was filed before categories were asked
  add column urgent boolean not null default false,
  add column assignee_id uuid references app.person,
  add column returned boolean not null default false,          -- back with the property: given back, or its technician left
  add column reopened integer not null default 0 check (reopened >= 0),
  add column confirmed_at timestamptz,
  -- Worked out anew from the events with each move, never counted down: what lists sort by and what the timer looks for.
  add column due_clock text check (due_clock in ('take', 'arrive', 'finish')),
  add column due_at timestamptz,
  add column alarm_at timestamptz,                             -- when the timer must next look at this order
  add constraint repair_due_of_a_clock check ((due_clock is null) = (due_at is null));
alter table app.repair alter column category drop default, alter column urgent drop default;
create index repair_of_assignee on app.repair (community_id, assignee_id, filed_at desc) where assignee_id is not null;
create index repair_due on app.repair (community_id, due_at) where due_at is not null;
create index repair_alarm on app.repair (alarm_at) where alarm_at is not null;

-- The clock acts, too: an event without a person is the timer's own.
alter table app.repair_event
  alter column person_id drop not null,
  alter column role drop not null,
  add column to_person_id uuid references app.person,          -- whom it was dispatched to
  add column detail text,                                      -- which clock was missed, why it was closed: a word of the vocabulary
  add constraint repair_event_by_somebody_or_the_clock check ((person_id is null) = (role is null));
create unique index repair_event_missed_once on app.repair_event (community_id, repair_id, detail) where act = 'miss';

-- What the contract's grade promised when the order was filed. A later contract or standard changes nothing about it.
create table app.repair_promise (
  community_id uuid not null,
  repair_id uuid not null,
  clock text not null check (clock in ('take', 'arrive', 'finish')),
  minutes integer not null check (minutes > 0),
  calendar text not null check (calendar in ('always', 'service hours')),
  grade_code text not null,
  clause_no text not null,
  words text not null,
  primary key (community_id, repair_id, clock),
  foreign key (community_id, repair_id) references app.repair
);
call app.protect_tenant('app.repair_promise', 'select, insert');
call app.make_append_only('app.repair_promise');

-- Photos hang on the event that brought them: filing and reopening show what is broken, finishing shows what was done.
create table app.repair_photo (
  community_id uuid not null,
  file_id uuid not null,
  repair_id uuid not null,
  event_id uuid not null,
  place integer not null,
  primary key (community_id, file_id),
  constraint repair_photo_place unique (community_id, event_id, place),
  foreign key (community_id, file_id) references app.file,
  foreign key (community_id, repair_id) references app.repair,
  foreign key (community_id, event_id) references app.repair_event
);
create index repair_photo_of_repair on app.repair_photo (community_id, repair_id);
call app.protect_tenant('app.repair_photo', 'select, insert');

-- One rating for each order. It belongs to itself and is no state of the order; its words can be erased.
create table app.rating (
  community_id uuid not null,
  repair_id uuid not null,
  person_id uuid not null references app.person,
  stars integer not null check (stars between 1 and 5),
  tags text[] not null,
  words text,
  rated_at timestamptz not null,
  changed_at timestamptz,
  primary key (community_id, repair_id),
  foreign key (community_id, repair_id) references app.repair
);
call app.protect_tenant('app.rating', 'select, insert, update');

-- The communities in which an order waits for the timer: a promise that ran out, or a silence that is long enough.
grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;
create policy bootstrap on app.repair for select to mingju_bootstrap using (true);
grant select (community_id, alarm_at) on app.repair to mingju_bootstrap;
create function app.communities_with_due_repairs() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct r.community_id from app.repair r where r.alarm_at <= app.app_now()
$$;
alter function app.communities_with_due_repairs() owner to mingju_bootstrap;
revoke all on function app.communities_with_due_repairs() from public;
do $$
begin
  execute format('grant execute on function app.communities_with_due_repairs() to mingju_app, %I', current_user);
end $$;
revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
