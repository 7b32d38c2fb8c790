-- Joining by the telephone that WeChat has verified: an owner whom the register names with this very number, and an employee
-- whom the manager has invited by the personnel register.

alter table app.join_try drop constraint join_try_kind_check;
alter table app.join_try add constraint join_try_kind_check check (kind in ('application', 'code', 'phone'));

-- A try by telephone ends after WeChat has answered, in a transaction of its own: then it is settled, and the same request
-- sent again is answered without asking WeChat anew.
alter table app.join_try add column settled_at timestamptz;
grant update (settled_at) on app.join_try to mingju_app;
create policy joiner_changes on app.join_try for update
  using (community_id = (select app.joining_community()) and person_id = (select app.person()))
  with check (community_id = (select app.joining_community()) and person_id = (select app.person()));

-- For which employee of the personnel register an office code was made. It is the manager's appointment; the employee comes
-- by the code or by the telephone that the register has.
alter table app.claim_code
  add column staff_id uuid,
  add foreign key (community_id, staff_id) references app.staff_member,
  add constraint claim_code_staff check (staff_id is null or purpose = 'office');
create index claim_code_of_staff on app.claim_code (community_id, staff_id) where staff_id is not null;

-- A verified number is kept where none is known yet; the joiner's own row alone.
create policy joiner_changes on app.contact for update
  using (community_id = (select app.joining_community()) and person_id = (select app.person()))
  with check (community_id = (select app.joining_community()) and person_id = (select app.person()));

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;
call app.show_to_bootstrap('app.staff_member');

-- The house and the owner that the register has for this address and this number today. Of the community alone that the
-- caller is about to join; a joiner cannot read the registers.
create function app.owner_by_phone(in_building text, in_stair text, in_room text, in_phone text)
returns table (house_id uuid, owner_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.house_id, o.owner_id, o.name
  from app.house h
  join app.ownership w on w.community_id = h.community_id and w.house_id = h.house_id
  join app.owner o on o.community_id = w.community_id and o.owner_id = w.owner_id
  where h.community_id = app.joining_community()
    and app.house_key(h.building, h.stair, h.room) = app.house_key(in_building, in_stair, in_room)
    and o.kind = 'person' and o.phone = in_phone
    and w.from_on <= (app.app_now() at time zone 'Asia/Shanghai')::date
    and (w.until_on is null or (app.app_now() at time zone 'Asia/Shanghai')::date < w.until_on)
  order by (h.building, h.stair, h.room) = (in_building, in_stair, in_room) desc, h.house_id, o.name, o.owner_id
  limit 1
$$;

-- The open appointment of the employee who has this number in the personnel register.
create function app.office_by_phone(in_phone text)
returns table (code_id uuid, role text, office_name text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.code_id, c.role, c.office_name, m.name
  from app.staff_member m
  join app.claim_code c on c.community_id = m.community_id and c.staff_id = m.staff_id
  where m.community_id = app.joining_community() and m.phone = in_phone and m.until_on is null
    and c.used_at is null and c.revoked_at is null and app.app_now() < c.expires_at
  order by c.issued_at desc, c.code_id
  limit 1
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array['app.owner_by_phone(text, text, text, text)', 'app.office_by_phone(text)'] loop
    execute format('alter function %s owner to mingju_bootstrap', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to mingju_app, %I', signature, current_user);
  end loop;
end $$;
revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
