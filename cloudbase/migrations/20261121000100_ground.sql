-- The ground everything stands on: schema, roles, deployment, the one clock, and the two walls
-- (row-level security for tenant tables, triggers for append-only ones) as procedures, so that
-- every later table raises them in one line and in the same way.

create schema app;

do $$
begin
  if not exists (select from pg_roles where rolname = 'mingju_app') then
    create role mingju_app nologin;            -- the cloud functions; never BYPASSRLS
  end if;
  if not exists (select from pg_roles where rolname = 'mingju_bootstrap') then
    create role mingju_bootstrap nologin;      -- owns the few SECURITY DEFINER functions, nothing else
  end if;
end $$;

grant usage on schema app to mingju_app, mingju_bootstrap;

-- What this database is for. Local logins and the movable clock exist only where it is not production.
create table app.deployment (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('production', 'demo', 'test'))
);
insert into app.deployment (kind) values ('production');
grant select on app.deployment to mingju_app;

-- The one clock. The offset exists for demonstrations and tests; only the owner role can write it.
create table app.clock_offset (
  only_row boolean primary key default true check (only_row),
  offset_seconds bigint not null
);

create function app.refuse_clock_offset_in_production() returns trigger language plpgsql as $$
begin
  if (select kind from app.deployment) = 'production' then
    raise exception 'the clock of a production database cannot be moved' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger refuse_in_production before insert or update on app.clock_offset
  for each row execute function app.refuse_clock_offset_in_production();
grant select on app.clock_offset to mingju_app, mingju_bootstrap;

-- Now, fixed for the whole transaction, so that an act and its audit row carry one instant.
create function app.app_now() returns timestamptz language sql stable as $$
  select date_trunc('milliseconds', now())
    + make_interval(secs => coalesce((select offset_seconds from app.clock_offset), 0))
$$;

-- Who the transaction works for, set by set_config(…, true) at the doorway and gone at its end.
create function app.communities() returns uuid[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.communities', true), ''), '{}')::uuid[]
$$;
create function app.public_community() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.public_community', true), '')::uuid
$$;
create function app.person() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.person', true), '')::uuid
$$;

-- The second wall: a tenant table shows and takes rows of the communities named by the doorway alone.
create procedure app.protect_tenant(tenant_table regclass, app_privileges text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s using (community_id = any ((select app.communities())::uuid[]))
       with check (community_id = any ((select app.communities())::uuid[]))', tenant_table);
  execute format('grant %s on %s to mingju_app', app_privileges, tenant_table);
end $$;

-- Rows that the community publishes about itself, for callers who belong to none.
create procedure app.publish_tenant(tenant_table regclass) language plpgsql as $$
begin
  execute format(
    'create policy published on %s for select using (community_id = (select app.public_community()))', tenant_table);
end $$;

-- Rows that the bootstrap functions must read before the community is known.
create procedure app.show_to_bootstrap(tenant_table regclass) language plpgsql as $$
begin
  execute format('create policy bootstrap on %s for select to mingju_bootstrap using (true)', tenant_table);
  execute format('grant select on %s to mingju_bootstrap', tenant_table);
end $$;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create procedure app.make_append_only(of_table regclass) language plpgsql as $$
begin
  execute format(
    'create trigger append_only before update or delete on %s for each row execute function app.refuse_change()', of_table);
  execute format(
    'create trigger append_only_truncate before truncate on %s for each statement execute function app.refuse_change()', of_table);
end $$;
