-- The registers that a property company keeps: houses with their areas, and who owns them.
-- The owner register is apart from bindings: owners exist before anyone of them opens the app.

alter table app.house
  add column use text not null default 'residential' check (use in ('residential', 'commercial', 'parking', 'storage', 'other')),
  add column delivered_on date;
grant insert, update on app.house to mingju_app;

-- The area of a house from a day on; a re-measured house gets a new row, and bills of earlier days keep the old one.
create table app.house_area (
  community_id uuid not null,
  house_id uuid not null,
  from_on date not null,
  area100 integer not null check (area100 > 0),
  area_source text not null check (area_source in ('certificate', 'survey', 'contract')),
  primary key (community_id, house_id, from_on),
  foreign key (community_id, house_id) references app.house
);
call app.protect_tenant('app.house_area', 'select, insert, update, delete');

-- One row for each person or body that owns, however many houses: heads are counted here, not in flats.
create table app.owner (
  community_id uuid not null references app.community,
  owner_id uuid not null,
  kind text not null check (kind in ('person', 'organisation', 'developer')),
  name text not null,
  phone text,
  id_hmac text,                       -- HMAC of the ID number where the register gives one; the number itself is never kept
  merged_into uuid,                   -- the same owner, found twice and merged by hand
  primary key (community_id, owner_id),
  foreign key (community_id, merged_into) references app.owner (community_id, owner_id)
);
create unique index owner_id_hmac on app.owner (community_id, id_hmac) where id_hmac is not null and merged_into is null;
call app.protect_tenant('app.owner', 'select, insert, update');

-- Who owns a house over which days, half-open; co-owners hold shares.
create table app.ownership (
  community_id uuid not null,
  ownership_id uuid not null,
  house_id uuid not null,
  owner_id uuid not null,
  share_num integer not null check (share_num > 0),
  share_den integer not null check (share_den >= share_num),
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (community_id, ownership_id),
  foreign key (community_id, house_id) references app.house,
  foreign key (community_id, owner_id) references app.owner
);
create index ownership_of_house on app.ownership (community_id, house_id, from_on);
create index ownership_of_owner on app.ownership (community_id, owner_id);
call app.protect_tenant('app.ownership', 'select, insert, update');
