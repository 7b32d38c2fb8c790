-- What must be known of payments before the community is. SECURITY DEFINER with a fixed search_path, owned by the role that
-- can read these few tables and do nothing else.

grant mingju_bootstrap to current_user;
grant create on schema app to mingju_bootstrap;

grant select on app.pay_attempt_route, app.pay_account to mingju_bootstrap;
call app.show_to_bootstrap('app.pay_attempt');

-- The community of an order, or the one that keeps the merchant's unplaced money; none for an unknown merchant.
create function app.community_of_payment(in_mchid text, in_out_trade_no text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(
    (select r.of_community from app.pay_attempt_route r where r.mchid = in_mchid and r.out_trade_no = in_out_trade_no),
    (select a.unplaced_to from app.pay_account a where a.mchid = in_mchid))
$$;

-- Attempts about which WeChat should be asked now.
create function app.due_attempts(in_limit integer) returns table (community_id uuid, attempt_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.community_id, a.attempt_id
  from app.pay_attempt a
  where a.state in ('new', 'open') and a.next_check_at <= app.app_now()
  order by a.next_check_at, a.attempt_id
  limit in_limit
$$;

do $$
declare
  signature text;
begin
  foreach signature in array array['app.community_of_payment(text, text)', 'app.due_attempts(integer)'] loop
    execute format('alter function %s owner to mingju_bootstrap', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to mingju_app, %I', signature, current_user);
  end loop;
end $$;

revoke create on schema app from mingju_bootstrap;
revoke mingju_bootstrap from current_user;
