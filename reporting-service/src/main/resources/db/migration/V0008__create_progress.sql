-- What one assignment, report or unit adds to the counts along the path of its organisation. The path is the one it was
-- counted along; null means parked, because the organisation is not known yet.
create table progress_part (
  source          text    not null,
  id              uuid    not null,
  kind            text    not null,
  due_day         date    not null,
  state           text    not null,
  total           integer not null,
  plan_id         uuid    not null,
  organisation_id uuid    not null,
  path            text collate "C",
  constraint progress_part_key primary key (source, id, kind, due_day, state)
);
create index progress_part_by_organisation on progress_part (organisation_id);
create index progress_part_parked on progress_part (organisation_id) where path is null;

-- For every path on the way from an organisation to the root, what lies at or below it. Sums of progress_part, kept up
-- to date by differences. due_day is the last day that is on time; 9999-12-31 when there is none.
create table progress_count (
  plan_id uuid    not null,
  path    text collate "C" not null,
  source  text    not null,
  kind    text    not null,
  due_day date    not null,
  state   text    not null,
  total   integer not null,
  constraint progress_count_key primary key (plan_id, path, source, kind, due_day, state)
);
