-- What joining must know or do before the person belongs to a community. SECURITY DEFINER with a fixed search_path,
-- owned by the role that can touch these few tables and do nothing else.

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;

grant select, insert on app.person to mingju_bootstrap;
grant insert, update (person_id) on app.identity to mingju_bootstrap;
call app.show_to_bootstrap('app.application');
call app.show_to_bootstrap('app.claim_code');

-- The person behind an account, made with it on its first act; none when there is no such community to act in.
create function app.ensure_person(
  in_provider text, in_app text, in_subject text, in_community uuid, in_new_person uuid, in_new_identity uuid
) returns table (person_id uuid, identity_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from app.community c where c.community_id = in_community) then
    return;
  end if;
  -- Two first acts of one account wait for each other, so that one account never becomes two persons.
  perform pg_advisory_xact_lock(hashtextextended('identity ' || in_provider || ' ' || in_app || ' ' || in_subject, 0));
  if not exists (
    select from app.identity i where i.provider = in_provider and i.app = in_app and i.subject = in_subject
  ) then
    insert into app.person (person_id) values (in_new_person);
    insert into app.identity (identity_id, provider, app, subject, person_id)
    values (in_new_identity, in_provider, in_app, in_subject, in_new_person);
  end if;
  return query
    select i.person_id, i.identity_id from app.identity i
    where i.provider = in_provider and i.app = in_app and i.subject = in_subject;
end $$;

-- One's own applications of the last weeks, in whatever community; whoever waits for the answer has no seat yet.
create function app.applications_of(in_provider text, in_app text, in_subject text)
returns table (
  application_id uuid, community_name text, building text, stair text, room text, role text, state text, reason text, at timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.application_id, c.name, a.building, a.stair, a.room, a.role, a.state, a.reason, a.at
  from app.identity i
  join app.application a on a.person_id = i.person_id
  join app.community c on c.community_id = a.community_id
  where i.provider = in_provider and i.app = in_app and i.subject = in_subject
    and a.at > app.app_now() - interval '60 days'
  order by a.at desc, a.application_id desc
  limit 20
$$;

-- Whether a person sits elsewhere than as a resident of this community; then its employees may not move the account.
create function app.held_elsewhere(in_person uuid, in_community uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from app.seat s
    where s.person_id = in_person and (s.until_at is null or app.app_now() < s.until_at)
      and (s.community_id <> in_community or s.role not in ('owner', 'family', 'tenant'))
  )
$$;

-- Moves an account to the person of an account code that it has just used. The accounts that the person had before are
-- put off: whoever holds a lost telephone becomes a stranger. False when the code does not say so, when the person sits
-- elsewhere, or when the new account has a life of its own.
create function app.take_over_account(in_identity uuid, in_community uuid, in_code uuid, in_new_person uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  old_person uuid;
  joiner uuid;
begin
  select i.person_id into joiner from app.identity i where i.identity_id = in_identity;
  select c.for_person_id into old_person
  from app.claim_code c
  where c.community_id = in_community and c.code_id = in_code and c.purpose = 'account'
    and c.used_by = joiner and c.used_at = app.app_now();
  if old_person is null or app.held_elsewhere(old_person, in_community)
    or exists (select from app.seat s where s.person_id = joiner) then
    return false;
  end if;
  insert into app.person (person_id) values (in_new_person);
  update app.identity i set person_id = in_new_person, acting_seat_id = null where i.person_id = old_person;
  update app.identity i set person_id = old_person, acting_seat_id = null where i.identity_id = in_identity;
  return true;
end $$;

create function app.find_communities_in(in_city text, in_name text, in_limit integer)
returns table (community_id uuid, name text, city text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.community_id, c.name, c.city
  from app.community c
  where strpos(c.name, in_name) > 0 and (in_city = '' or c.city = in_city)
  order by c.name collate "zh-x-icu", c.community_id
  limit in_limit
$$;

create function app.list_cities(in_limit integer) returns table (city text, community_count integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.city, count(*)::integer
  from app.community c
  group by c.city
  order by count(*) desc, c.city collate "zh-x-icu"
  limit in_limit
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'app.ensure_person(text, text, text, uuid, uuid, uuid)', 'app.applications_of(text, text, text)',
    'app.held_elsewhere(uuid, uuid)', 'app.take_over_account(uuid, uuid, uuid, uuid)',
    'app.find_communities_in(text, text, integer)', 'app.list_cities(integer)'
  ] loop
    execute format('alter function %s owner to mingju_bootstrap', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to mingju_app, %I', signature, current_user);
  end loop;
end $$;

revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
