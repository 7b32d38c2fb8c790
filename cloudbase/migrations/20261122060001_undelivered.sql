-- A house whose register says that it is not delivered yet: until it is, its developer pays. That is not the same as a house
-- whose day of delivery nobody wrote down, which counts as delivered.
alter table app.house
  add column is_undelivered boolean not null default false,
  add constraint house_undelivered_without_day check (not is_undelivered or delivered_on is null);
