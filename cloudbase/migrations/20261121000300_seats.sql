-- A seat is one role held by one person in one community; a binding ties a seat to a house for a time.

create table app.contact (
  community_id uuid not null references app.community,
  person_id uuid not null references app.person,
  name text not null,
  phone text,
  primary key (community_id, person_id)
);
call app.protect_tenant('app.contact', 'select');
call app.show_to_bootstrap('app.contact');

create table app.seat (
  community_id uuid not null references app.community,
  seat_id uuid not null,
  person_id uuid not null references app.person,
  role text not null,
  office_name text,
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  primary key (community_id, seat_id)
);
create unique index seat_live on app.seat (community_id, person_id, role) where until_at is null;
create index seat_person on app.seat (person_id);
call app.protect_tenant('app.seat', 'select');
call app.show_to_bootstrap('app.seat');

-- Staff of the enterprise, the owners' committee and its supervisor exclude each other within a community:
-- whoever serves or keeps the books does not also check them.
create function app.refuse_two_sides() returns trigger language plpgsql as $$
declare
  sides constant jsonb := '{"technician":1,"clerk":1,"cashier":1,"manager":1,"committee":2,"supervisor":3}';
begin
  if exists (
    select from app.seat other
    where other.community_id = new.community_id
      and other.person_id = new.person_id
      and other.seat_id <> new.seat_id
      and other.until_at is null
      and new.until_at is null
      and sides -> other.role <> sides -> new.role
  ) then
    raise exception 'one person cannot sit on two sides of a community'
      using errcode = 'exclusion_violation', constraint = 'seat_one_side';
  end if;
  return new;
end $$;
create trigger one_side before insert or update on app.seat
  for each row execute function app.refuse_two_sides();

create table app.binding (
  community_id uuid not null,
  binding_id uuid not null,
  seat_id uuid not null,
  house_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  primary key (community_id, binding_id),
  foreign key (community_id, seat_id) references app.seat,
  foreign key (community_id, house_id) references app.house
);
create unique index binding_live on app.binding (community_id, seat_id, house_id) where until_at is null;
create index binding_house on app.binding (community_id, house_id);
call app.protect_tenant('app.binding', 'select');
call app.show_to_bootstrap('app.binding');
