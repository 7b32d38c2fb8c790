-- Four more registers come in by the same way: fee items, revenue contracts, meters, and what stood open on the first day.
alter table app.import drop constraint import_kind_check;
alter table app.import add constraint import_kind_check
  check (kind in ('houses', 'owners', 'staff', 'feeItems', 'revenue', 'meters', 'openings'));
