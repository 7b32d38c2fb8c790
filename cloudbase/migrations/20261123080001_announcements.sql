-- What a community is told at once. Words that were posted stay as they were; they can only be withdrawn, with a reason.
create table app.announcement (
  community_id uuid not null references app.community,
  announcement_id uuid not null,
  kind text not null check (kind in ('notice', 'outage', 'works')),
  title text not null,
  body text not null,
  outage text,
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  buildings text[] not null default '{}',   -- none means all of them
  side text not null check (side in ('enterprise', 'committee', 'neighbourhood')),
  posted_by uuid not null references app.person,
  posted_at timestamptz not null,
  withdrawn_by uuid references app.person,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (community_id, announcement_id),
  constraint announcement_outage check ((kind = 'outage') = (outage is not null) and num_nonnulls(outage, starts_at, ends_at) in (0, 3)),
  constraint announcement_withdrawn check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create index announcement_newest on app.announcement (community_id, posted_at desc, announcement_id desc);
create index announcement_outages on app.announcement (community_id, ends_at) where kind = 'outage';
call app.protect_tenant('app.announcement', 'select, insert, update (withdrawn_by, withdrawn_at, withdrawn_reason)');
call app.publish_tenant('app.announcement');

-- Withdrawn once and for good; nothing else of a posted announcement ever changes.
create function app.keep_announcement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null
    or (to_jsonb(new) - '{withdrawn_by,withdrawn_at,withdrawn_reason}'::text[])
      <> (to_jsonb(old) - '{withdrawn_by,withdrawn_at,withdrawn_reason}'::text[]) then
    raise exception 'a posted announcement is never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger never_rewritten before update or delete on app.announcement for each row execute function app.keep_announcement();

-- A message to residents may concern some buildings alone.
alter table app.outbox add column to_buildings text[];
alter table app.outbox add constraint outbox_buildings_of_residents check (to_buildings is null or to_role = 'residents');
