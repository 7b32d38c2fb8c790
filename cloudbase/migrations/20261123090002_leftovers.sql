-- What nobody finished goes: imports given up without a word, with the names and telephones in their staged rows, and uploads
-- that nobody attached to anything. A file on its way out is marked first and deleted from the storage minutes later, so that
-- an act which was just attaching it still finds it there.
alter table app.file
  drop constraint file_state_check,
  add constraint file_state_check check (state in ('ticketed', 'checked', 'refused', 'leaving', 'removed')),
  add column kept_at timestamptz,     -- a record held it when its day was over; it is not looked at again
  add column leaving_at timestamptz,
  add constraint file_leaving check ((state = 'leaving') <= (leaving_at is not null));
create index file_undecided on app.file (made_at) where kept_at is null and state in ('ticketed', 'checked', 'leaving');
create index import_open on app.import (started_at) where state in ('staging', 'checked');

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;
create policy bootstrap on app.import for select to mingju_bootstrap using (true);
grant select (community_id, state, started_at) on app.import to mingju_bootstrap;
create policy bootstrap on app.file for select to mingju_bootstrap using (true);
grant select (community_id, state, made_at, kept_at, leaving_at) on app.file to mingju_bootstrap;
create function app.communities_with_leftovers(imports_before timestamptz, files_before timestamptz, leaving_before timestamptz)
returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.community_id from app.import i where i.state in ('staging', 'checked') and i.started_at < imports_before
  union
  select f.community_id from app.file f where f.kept_at is null and f.state in ('ticketed', 'checked') and f.made_at < files_before
  union
  select f.community_id from app.file f where f.kept_at is null and f.state = 'leaving' and f.leaving_at < leaving_before
$$;
alter function app.communities_with_leftovers(timestamptz, timestamptz, timestamptz) owner to mingju_bootstrap;
revoke all on function app.communities_with_leftovers(timestamptz, timestamptz, timestamptz) from public;
do $$
begin
  execute format('grant execute on function app.communities_with_leftovers(timestamptz, timestamptz, timestamptz) to mingju_app, %I', current_user);
end $$;
revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
