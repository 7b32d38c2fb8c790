-- Meters (表计) of houses and of common parts. A reading is kept in 0.001 of what the dial counts; what was used is the
-- difference of two readings times the multiplier.
create table app.meter (
  community_id uuid not null references app.community,
  meter_id uuid not null,
  utility text not null check (utility in ('water', 'power', 'gas', 'heat')),
  serial_number text not null,
  house_id uuid,
  place_words text,                   -- where it hangs, for a meter of the common parts
  multiplier integer not null default 1 check (multiplier between 1 and 100000),
  first_reading_e3 bigint not null check (first_reading_e3 >= 0),
  first_read_on date not null,
  primary key (community_id, meter_id),
  constraint meter_serial unique (community_id, utility, serial_number),
  constraint meter_hangs_somewhere check (num_nonnulls(house_id, place_words) = 1),
  foreign key (community_id, house_id) references app.house
);
create index meter_of_house on app.meter (community_id, house_id);
call app.protect_tenant('app.meter', 'select, insert, update');
