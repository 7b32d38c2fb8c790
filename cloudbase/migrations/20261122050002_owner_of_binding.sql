-- Whose side of the house a binding is on: the registered owner behind it. Without it, who is bound to a house could only be
-- guessed from days, and a buyer who is bound before the register knows of the sale would read the seller's bills.

alter table app.binding
  add column owner_id uuid,
  add foreign key (community_id, owner_id) references app.owner (community_id, owner_id);

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;
call app.show_to_bootstrap('app.owner');
call app.show_to_bootstrap('app.ownership');

-- The registered owner behind a new binding. An owner's: the owner of that house on that day whose name or telephone is the
-- person's. A family member's: the one owner for whom somebody of the house is already bound as owner. Nobody else's, and
-- nobody's when it is not clear; such a binding sees no owner's bills. SECURITY DEFINER, because whoever joins by a code
-- cannot read the register.
create function app.owner_behind(in_community uuid, in_seat uuid, in_house uuid, in_from timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case s.role
    when 'owner' then (
      select o.owner_id
      from app.ownership w
      join app.owner o on o.community_id = w.community_id and o.owner_id = w.owner_id
      join app.contact c on c.community_id = s.community_id and c.person_id = s.person_id
      where w.community_id = in_community and w.house_id = in_house
        and w.from_on <= (in_from at time zone 'Asia/Shanghai')::date
        and (w.until_on is null or (in_from at time zone 'Asia/Shanghai')::date < w.until_on)
        and (o.name = c.name or o.phone = c.phone)
      order by (o.name = c.name) desc, o.owner_id
      limit 1)
    when 'family' then (
      select case when count(distinct b.owner_id) = 1 then min(b.owner_id::text)::uuid end
      from app.binding b
      join app.seat held on held.community_id = b.community_id and held.seat_id = b.seat_id and held.role = 'owner'
      where b.community_id = in_community and b.house_id = in_house and b.owner_id is not null
        and b.from_at <= in_from and (b.until_at is null or in_from < b.until_at))
    end
  from app.seat s
  where s.community_id = in_community and s.seat_id = in_seat
$$;
alter function app.owner_behind(uuid, uuid, uuid, timestamptz) owner to mingju_bootstrap;
revoke all on function app.owner_behind(uuid, uuid, uuid, timestamptz) from public;
do $$ begin
  execute format('grant execute on function app.owner_behind(uuid, uuid, uuid, timestamptz) to mingju_app, %I', current_user);
end $$;
revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;

create function app.find_owner_behind() returns trigger language plpgsql as $$
begin
  new.owner_id := coalesce(new.owner_id, app.owner_behind(new.community_id, new.seat_id, new.house_id, new.from_at));
  return new;
end $$;
create trigger owner_behind before insert on app.binding for each row execute function app.find_owner_behind();
