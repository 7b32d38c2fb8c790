-- What must be known before the community is: who calls, in which seats; which communities have work due.
-- SECURITY DEFINER with a fixed search_path, owned by a role that can read these few tables and do nothing else.

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;

grant select on app.identity to mingju_bootstrap;
grant update (acting_seat_id) on app.identity to mingju_bootstrap;

-- The caller and the live seats, oldest first; `acting_seat_id` is the chosen seat or else the first.
create function app.actor_of(in_provider text, in_app text, in_subject text)
returns table (
  identity_id uuid, person_id uuid, seat_id uuid, community_id uuid, role text, acting boolean,
  name text, community_name text, office_name text, houses jsonb
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (
    select i.identity_id, i.person_id, i.acting_seat_id
    from app.identity i
    where i.provider = in_provider and i.app = in_app and i.subject = in_subject
  ), live as (
    select s.community_id, s.seat_id, s.role, s.office_name, s.from_at,
      row_number() over (order by (s.seat_id = me.acting_seat_id) is true desc, s.from_at, s.seat_id) = 1 as acting,
      coalesce(h.houses, '[]'::jsonb) as houses
    from me
    join app.seat s on s.person_id = me.person_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('houseId', house.house_id, 'building', house.building,
        'stair', house.stair, 'room', house.room) order by house.building, house.stair, house.room) as houses
      from app.binding b
      join app.house house on house.community_id = b.community_id and house.house_id = b.house_id
      where b.community_id = s.community_id and b.seat_id = s.seat_id
        and b.from_at <= app.app_now() and (b.until_at is null or app.app_now() < b.until_at)
    ) h on true
    where s.from_at <= app.app_now() and (s.until_at is null or app.app_now() < s.until_at)
      and (s.role not in ('owner', 'family', 'tenant') or h.houses is not null)
  )
  select me.identity_id, me.person_id, live.seat_id, live.community_id, live.role, coalesce(live.acting, false),
    contact.name, community.name, live.office_name, coalesce(live.houses, '[]'::jsonb)
  from me
  left join live on true
  left join app.community community on community.community_id = live.community_id
  left join app.contact contact on contact.community_id = live.community_id and contact.person_id = me.person_id
  order by live.from_at, live.seat_id
$$;

-- Keeps the seat that an identity chose; false when the seat is not a live one of the same person.
create function app.choose_seat(in_identity uuid, in_seat uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    update app.identity i
    set acting_seat_id = s.seat_id
    from app.seat s
    where i.identity_id = in_identity and s.seat_id = in_seat and s.person_id = i.person_id
      and s.from_at <= app.app_now() and (s.until_at is null or app.app_now() < s.until_at)
    returning i.identity_id
  )
  select exists (select from chosen)
$$;

create function app.unread_messages(in_person uuid, in_community uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from app.message m
  where m.community_id = in_community and m.person_id = in_person and m.read_at is null
$$;

-- Names of communities are public; a stranger finds one by part of its name.
create function app.find_communities(in_name text, in_limit integer)
returns table (community_id uuid, name text, city text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.community_id, c.name, c.city
  from app.community c
  where strpos(c.name, in_name) > 0
  order by c.name collate "zh-x-icu", c.community_id
  limit in_limit
$$;

-- How many houses a community has is public; which ones is not.
create function app.house_count(in_community uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from app.house h where h.community_id = in_community
$$;

-- The communities that have something due, for the timer function, which then opens one transaction for each.
create function app.due_communities() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.community_id from app.outbox o where o.done_at is null and o.due_at <= app.app_now()
  union
  select p.community_id from app.audit_pending p
$$;

-- Stored replies serve retries of minutes; after a week they are only data kept for no purpose.
create policy bootstrap on app.act_reply for all to mingju_bootstrap using (true);
grant select (at), delete on app.act_reply to mingju_bootstrap;
create function app.forget_old_replies() returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from app.act_reply r where r.at < app.app_now() - interval '7 days' returning 1)
  select count(*)::integer from gone
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'app.actor_of(text, text, text)', 'app.choose_seat(uuid, uuid)', 'app.unread_messages(uuid, uuid)',
    'app.find_communities(text, integer)', 'app.house_count(uuid)', 'app.due_communities()', 'app.forget_old_replies()'
  ] loop
    execute format('alter function %s owner to mingju_bootstrap', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to mingju_app, %I', signature, current_user);
  end loop;
end $$;

revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
