-- What one activity, nomination or unit of a campaign adds to the figures of reports. The path is the one it is summed
-- along; null means parked, because the organisation is not known yet. plan_id is set for registrations alone, which
-- belong to the year of their plan; their day says nothing.
create table fact_part (
  source          text    not null,
  id              uuid    not null,
  measure         text    not null,
  breakdown       text    not null,
  plan_id         uuid    not null,
  day             date    not null,
  amount          integer not null,
  organisation_id uuid    not null,
  path            text collate "C",
  constraint one_part_per_measure_of_a_fact primary key (source, id, measure, breakdown)
);
create index fact_part_by_organisation on fact_part (organisation_id);
create index fact_part_by_path on fact_part (measure, path, id);
create index fact_part_parked on fact_part (organisation_id) where path is null;

-- For every path on the way from an organisation to the root, what lies at or below it: sums of fact_part, kept up to
-- date by differences.
create table fact_sum (
  path      text collate "C" not null,
  measure   text    not null,
  breakdown text    not null,
  plan_id   uuid    not null,
  day       date    not null,
  amount    integer not null,
  facts     integer not null,
  constraint one_sum_of_facts_per_day primary key (path, measure, breakdown, plan_id, day)
);
