-- Guide prices (政府指导价) of a city: what a square metre costs a month at a grade, and how far an actual price may float.
-- Reference data of the place, like the grades themselves: recorded by founding, with the document that sets them.
create table app.guide_price (
  city text not null,
  standard_id text not null,
  grade_code text not null,
  with_lift boolean not null,
  from_on date not null,
  price_e4 bigint not null check (price_e4 > 0),                       -- per m² and month
  float_percent integer not null check (float_percent between 0 and 100),
  document text not null check (document <> ''),
  primary key (city, standard_id, grade_code, with_lift, from_on),
  foreign key (standard_id, grade_code) references app.grade
);
grant select on app.guide_price to mingju_app;

-- Guide prices with a lift and without differ. Unknown: no guide price is shown, and none is held against a board.
alter table app.community add column has_lift boolean;
