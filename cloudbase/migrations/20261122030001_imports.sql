-- Registers come in as spreadsheets: read row by row into a staging table, compared with what stands, shown with every
-- wrong row named, and applied in one transaction. Staging rows hold names and telephones, so they go when the import
-- is applied or dropped; the import itself stays with its counts.
create table app.import (
  community_id uuid not null references app.community,
  import_id uuid not null,
  kind text not null check (kind in ('houses', 'owners', 'staff')),
  file_id uuid not null,
  file_name text not null,
  state text not null check (state in ('staging', 'checked', 'applied', 'dropped')),
  row_count integer not null check (row_count >= 0),
  staged_count integer not null default 0 check (staged_count between 0 and row_count),
  new_count integer not null default 0,
  changed_count integer not null default 0,
  same_count integer not null default 0,
  wrong_count integer not null default 0,              -- rows with at least one problem
  started_by uuid not null references app.person,
  started_at timestamptz not null,
  ended_by uuid references app.person,
  ended_at timestamptz,
  primary key (community_id, import_id),
  foreign key (community_id, file_id) references app.file
);
create index import_newest on app.import (community_id, started_at);
call app.protect_tenant('app.import', 'select, insert, update');

create table app.import_row (
  community_id uuid not null,
  import_id uuid not null,
  row_no integer not null check (row_no > 0),          -- as the spreadsheet counts, for people to find it
  cells jsonb not null,                                -- as read; an ID number only as its HMAC
  facts jsonb,                                         -- as understood; absent while something is wrong
  key text,                                            -- names the thing in the register, for example 3-2-1801
  new_id uuid not null,                                -- for the thing, should it be new
  target_id uuid,                                      -- the thing in the register, found or new
  before jsonb,                                        -- what the register says of it now
  change text check (change in ('new', 'changed', 'same')),
  primary key (community_id, import_id, row_no),
  foreign key (community_id, import_id) references app.import
);
create index import_row_key on app.import_row (community_id, import_id, key);
call app.protect_tenant('app.import_row', 'select, insert, update, delete');

create table app.import_problem (
  community_id uuid not null,
  import_id uuid not null,
  row_no integer not null,
  place integer not null,                              -- the column, counted from 0
  column_name text not null,
  wrong text not null,
  mend text not null,
  primary key (community_id, import_id, row_no, place),
  foreign key (community_id, import_id, row_no) references app.import_row
);
call app.protect_tenant('app.import_problem', 'select, insert, delete');

-- The enterprise's own staff as its personnel list has them; whether one of them has an account is another matter.
create table app.staff_member (
  community_id uuid not null references app.community,
  staff_id uuid not null,
  name text not null,
  phone text not null,
  duty text not null,
  team text,
  from_on date,
  until_on date check (until_on > from_on),
  primary key (community_id, staff_id)
);
create unique index staff_member_phone on app.staff_member (community_id, phone) where until_on is null;
call app.protect_tenant('app.staff_member', 'select, insert, update');
