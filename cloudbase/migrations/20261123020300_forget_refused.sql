-- What a refused applicant typed serves no purpose once nobody can ask about it any more (PIPL 个人信息保护法 article 19: no
-- longer than needed). The row stays with its ids, times and outcome; the words go. Called by clockwork, which passes the days.
create index application_to_forget on app.application (decided_at) where state = 'refused' and name <> '';

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;
create policy bootstrap_forgets on app.application for update to mingju_bootstrap
  using (state = 'refused') with check (state = 'refused' and name = '' and phone = '');
grant update (name, phone, building, stair, room, house_key, reason) on app.application to mingju_bootstrap;

create function app.forget_refused_applications(in_days integer) returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    update app.application
    set name = '', phone = '', building = '', stair = '', room = '', house_key = '', reason = null
    where state = 'refused' and name <> '' and decided_at < app.app_now() - make_interval(days => in_days)
    returning 1)
  select count(*)::integer from gone
$$;
alter function app.forget_refused_applications(integer) owner to mingju_bootstrap;
revoke all on function app.forget_refused_applications(integer) from public;
do $$ begin execute format('grant execute on function app.forget_refused_applications(integer) to mingju_app, %I', current_user); end $$;
revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
