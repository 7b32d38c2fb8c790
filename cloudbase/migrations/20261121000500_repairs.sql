-- Work orders (工单). The state is saved by a guarded update; the events tell how it got there.

create table app.repair (
  community_id uuid not null references app.community,
  repair_id uuid not null,
  number text not null,
  house_id uuid not null,
  reporter_id uuid not null references app.person,   -- whose it is
  filed_by uuid not null references app.person,      -- who typed it
  description text not null,
  place text not null,
  state text not null,
  filed_at timestamptz not null,
  primary key (community_id, repair_id),
  constraint repair_number unique (community_id, number),
  foreign key (community_id, house_id) references app.house
);
create index repair_newest on app.repair (community_id, filed_at desc, repair_id desc);
create index repair_of_house on app.repair (community_id, house_id, filed_at desc);
create index repair_of_state on app.repair (community_id, state, filed_at desc);
create index repair_of_reporter on app.repair (community_id, reporter_id, filed_at);
call app.protect_tenant('app.repair', 'select, insert, update');

create table app.repair_event (
  community_id uuid not null,
  event_id uuid not null,
  repair_id uuid not null,
  act text not null,
  to_state text not null,
  person_id uuid not null references app.person,
  role text not null,
  at timestamptz not null,
  primary key (community_id, event_id),
  foreign key (community_id, repair_id) references app.repair
);
create index repair_event_of_repair on app.repair_event (community_id, repair_id, event_id);
call app.protect_tenant('app.repair_event', 'select, insert');
call app.make_append_only('app.repair_event');

-- Words that somebody typed beside an event: apart, so that they can be erased while the event stays.
create table app.repair_note (
  community_id uuid not null,
  event_id uuid not null,
  text text not null,
  primary key (community_id, event_id),
  foreign key (community_id, event_id) references app.repair_event
);
call app.protect_tenant('app.repair_note', 'select, insert');
