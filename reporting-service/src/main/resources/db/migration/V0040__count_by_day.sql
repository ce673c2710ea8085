-- What is counted keeps its own history now, and a registration is a thing of its own. All of it is in the newest record
-- of each key, so the counts begin anew: the consumer group has a new name and reads the topics from their beginning.
delete from inbox where topic in ('plans.assignment.v1', 'registrations.unit-summary.v1', 'registrations.registration.v1',
  'reporting.report.v1', 'plans.organisation.v1', 'registrations.campaign.v1');
delete from progress_count;
drop table progress_part;

-- One assignment, report or registration. `stages` says since when it is in which state, `whereabouts` along which path
-- it is counted from which day on; `path` is the one of today, null while its organisation is not known.
create table progress_part (
  source          text not null,
  id              uuid not null,
  kind            text not null,
  due_day         date not null,
  state           text not null,
  stages          text not null,
  plan_id         uuid not null,
  organisation_id uuid not null,
  settled_on      date,
  path            text collate "C",
  whereabouts     text not null,
  constraint progress_part_key primary key (source, id)
) with (fillfactor = 80);
create index progress_part_by_organisation on progress_part (organisation_id);
create index progress_part_parked on progress_part (organisation_id) where path is null;

-- By how much the number of things in a column changed on a day, at or below a path. The sum up to a day is the number
-- of that day. Months are the same added up, so that a day of last year is not a sum over hundreds of days.
create table progress_day (
  plan_id uuid    not null,
  path    text    collate "C" not null,
  day     date    not null,
  what    text    not null,
  kind    text    not null,
  total   integer not null,
  constraint progress_day_key primary key (plan_id, path, day, what, kind)
) with (fillfactor = 80);

create table progress_month (
  plan_id uuid    not null,
  path    text    collate "C" not null,
  day     date    not null,
  what    text    not null,
  kind    text    not null,
  total   integer not null,
  constraint progress_month_key primary key (plan_id, path, day, what, kind)
) with (fillfactor = 80);
alter table progress_count set (fillfactor = 80);
