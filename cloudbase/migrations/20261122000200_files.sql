-- Files go up by a ticket that names person, purpose, size and type, lives ten minutes and serves once.
create table app.file (
  community_id uuid not null references app.community,
  file_id uuid not null,
  purpose text not null,
  name text not null,
  content_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  cloud_path text not null,           -- made by the server, never by the client
  cloud_file_id text not null,
  uploaded_by uuid not null references app.person,
  ticket_until timestamptz not null,
  state text not null check (state in ('ticketed', 'checked', 'refused')),
  sha256 text,                        -- of the bytes as the server read them
  made_at timestamptz not null,
  primary key (community_id, file_id),
  constraint file_cloud_path unique (community_id, cloud_path)
);
create index file_of_person on app.file (community_id, uploaded_by, made_at);
call app.protect_tenant('app.file', 'select, insert, update');
