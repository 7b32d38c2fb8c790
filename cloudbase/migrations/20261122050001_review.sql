-- What a fresh pair of eyes found in the frame.

-- Newest first is by time, then by id: the index follows the order in which the inbox is read.
drop index app.message_inbox;
create index message_inbox on app.message (community_id, person_id, at desc, message_id desc);

-- One person, one side, also when two seats are given at the same moment (the lock), and when a seat is already given
-- with an end or a beginning in the future (ranges instead of `until_at is null`).
create or replace function app.refuse_two_sides() returns trigger language plpgsql as $$
declare
  sides constant jsonb := '{"technician":1,"clerk":1,"cashier":1,"manager":1,"committee":2,"supervisor":3}';
begin
  perform pg_advisory_xact_lock(hashtextextended('seat ' || new.community_id || ' ' || new.person_id, 0));
  if exists (
    select from app.seat other
    where other.community_id = new.community_id
      and other.person_id = new.person_id
      and other.seat_id <> new.seat_id
      and sides -> other.role <> sides -> new.role
      and tstzrange(other.from_at, other.until_at) && tstzrange(new.from_at, new.until_at)
  ) then
    raise exception 'one person cannot sit on two sides of a community'
      using errcode = 'exclusion_violation', constraint = 'seat_one_side';
  end if;
  return new;
end $$;

-- A house seat whose bindings have all ended is no live seat: it cannot be chosen, just as it is not listed.
grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;
drop function app.choose_seat(uuid, uuid);
create function app.choose_seat(in_identity uuid, in_seat uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    update app.identity i
    set acting_seat_id = s.seat_id
    from app.seat s
    where i.identity_id = in_identity and s.seat_id = in_seat and s.person_id = i.person_id
      and s.from_at <= app.app_now() and (s.until_at is null or app.app_now() < s.until_at)
      and (s.role not in ('owner', 'family', 'tenant') or exists (
        select from app.binding b
        where b.community_id = s.community_id and b.seat_id = s.seat_id
          and b.from_at <= app.app_now() and (b.until_at is null or app.app_now() < b.until_at)))
    returning i.identity_id
  )
  select exists (select from chosen)
$$;
alter function app.choose_seat(uuid, uuid) owner to mingju_bootstrap;
revoke all on function app.choose_seat(uuid, uuid) from public;
do $$ begin execute format('grant execute on function app.choose_seat(uuid, uuid) to mingju_app, %I', current_user); end $$;
revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
