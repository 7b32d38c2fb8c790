-- What could only be written by SQL gets calls: spaces, reliefs, payers and shared costs. A tenant pays only after agreeing.

-- Asks a tenant to pay in the owner's place. The tenant's answer makes the row of house_payer; a request alone bills nobody.
create table app.payer_request (
  community_id uuid not null references app.community,
  request_id uuid not null,
  house_id uuid not null,
  binding_id uuid not null,
  person_id uuid not null references app.person,
  from_on date not null,
  until_on date check (until_on > from_on),
  state text not null check (state in ('waiting', 'agreed', 'declined', 'withdrawn')),
  asked_by uuid not null references app.person,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (community_id, request_id),
  foreign key (community_id, house_id) references app.house,
  foreign key (community_id, binding_id) references app.binding
);
create unique index payer_request_waiting on app.payer_request (community_id, house_id) where state = 'waiting';
call app.protect_tenant('app.payer_request', 'select, insert, update (state, answered_at)');

-- A cost entered by mistake goes while no bill stands on it.
grant delete on app.shared_cost to mingju_app;
create index bill_line_of_cost on app.bill_line (community_id, cost_id) where cost_id is not null;
