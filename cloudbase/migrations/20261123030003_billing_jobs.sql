-- A run is a job: asked for and committed first, so that every desk finds it; then worked in one transaction of its own.
-- Whether somebody is working on it now is not written down: the worker holds an advisory lock, which ends with it however it
-- ends. `empty`: worked, and there was nothing to bill.
alter table app.billing_run drop constraint billing_run_state_check;
alter table app.billing_run
  add constraint billing_run_state_check check (state in ('queued', 'done', 'empty')),
  add column items text[],            -- only these items, as asked for last; a run that was cut off goes on with them
  add column asked_at timestamptz;    -- when it was asked for last; `started_at` is the first time
