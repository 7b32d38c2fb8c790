-- A bill is void only with the journal that takes its accrual back (作废必有冲销): checked when the transaction ends, because the
-- books are written last. A bill of no amount, or of a time before there were books, has nothing to take back.
create function app.check_void_is_reversed() returns trigger language plpgsql as $$
begin
  if exists (
    select from app.journal accrual
    where accrual.community_id = new.community_id and accrual.about_id = new.run_id and accrual.about_kind = 'billingRun'
      and accrual.posted_at = new.issued_at
  ) and new.amount_fen > 0 and not exists (
    select from app.journal reversal
    where reversal.community_id = new.community_id and reversal.about_id = new.bill_id and reversal.about_kind = 'bill'
      and reversal.reverses is not null
  ) then
    raise exception 'a bill is void without its reversing journal' using errcode = 'check_violation', constraint = 'bill_void_is_reversed';
  end if;
  return null;
end $$;
create constraint trigger void_is_reversed after update of state on app.bill deferrable initially deferred
  for each row when (new.state = 'voided') execute function app.check_void_is_reversed();

-- A billing run joins by hash and says so for its whole transaction; a posting finds its few rows by their keys.
grant mingju_ledger to current_user;
alter function app.post_journal(uuid, jsonb) set enable_nestloop = on;
revoke mingju_ledger from current_user;
