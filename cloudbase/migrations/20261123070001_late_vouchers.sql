-- A voucher that came after its entry. The entry and its link in the chain stay as they are; the quarter's statement takes
-- the voucher's hash into its own fingerprint.
create table app.late_voucher (
  community_id uuid not null,
  journal_id uuid not null,
  place integer not null check (place > 0),
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  redacted_file_id uuid not null,
  redacted_sha256 text not null check (redacted_sha256 ~ '^[0-9a-f]{64}$'),
  added_by uuid not null references app.person,
  added_at timestamptz not null,
  primary key (community_id, journal_id, place),
  foreign key (community_id, journal_id) references app.journal,
  foreign key (community_id, file_id) references app.file,
  foreign key (community_id, redacted_file_id) references app.file
);
call app.protect_tenant('app.late_voucher', 'select, insert');
call app.make_append_only('app.late_voucher');

-- The entries of a quarter are read by their day.
create index journal_booked on app.journal (community_id, ledger_id, booked_on, seq);
