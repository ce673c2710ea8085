-- One row holds all numbers of its kind, so that an organisation is read in as many rows whatever states its things are
-- in, and a change of state is a change of one row.
create temporary table count_by_state on commit drop as select * from progress_count;
drop table progress_count;

-- For every path on the way from an organisation to the root, what lies at or below it with the same last day on time
-- (9999-12-31 when there is none), by state. Kept up to date by differences.
create table progress_count (
  plan_id        uuid    not null,
  path           text    collate "C" not null,
  source         text    not null,
  kind           text    not null,
  due_day        date    not null,
  open           integer not null,
  submitted      integer not null,
  submitted_late integer not null,
  done           integer not null,
  done_late      integer not null,
  waived         integer not null,
  transferred    integer not null,
  accepted       integer not null,
  accepted_late  integer not null,
  exempt         integer not null,
  returned       integer not null,
  total          integer not null generated always as (open + submitted + submitted_late + done + done_late + waived
    + transferred + accepted + accepted_late + exempt + returned) stored,
  constraint progress_count_key primary key (plan_id, path, source, kind, due_day)
) with (fillfactor = 80);

insert into progress_count
select plan_id, path, source, kind, due_day,
       coalesce(sum(total) filter (where state = 'OPEN'), 0),
       coalesce(sum(total) filter (where state = 'SUBMITTED'), 0),
       coalesce(sum(total) filter (where state = 'SUBMITTED_LATE'), 0),
       coalesce(sum(total) filter (where state = 'DONE'), 0),
       coalesce(sum(total) filter (where state = 'DONE_LATE'), 0),
       coalesce(sum(total) filter (where state = 'WAIVED'), 0),
       coalesce(sum(total) filter (where state = 'TRANSFERRED'), 0),
       coalesce(sum(total) filter (where state = 'ACCEPTED'), 0),
       coalesce(sum(total) filter (where state = 'ACCEPTED_LATE'), 0),
       coalesce(sum(total) filter (where state = 'EXEMPT'), 0),
       coalesce(sum(total) filter (where state = 'RETURNED'), 0)
  from count_by_state where total <> 0 and state <> 'LEFT'
 group by plan_id, path, source, kind, due_day;

create index progress_count_by_due_day on progress_count (path, due_day);

-- By how much the numbers of things at or below a path changed in a stretch of days (a day, a sixth of a month, a month)
-- that begins on `day`. The sum up to a day is the number of that day. `kind` is that of assignments, or empty for
-- everything of whatever kind.
create table progress_change (
  plan_id                 uuid    not null,
  path                    text    collate "C" not null,
  kind                    text    not null,
  stretch                 text    not null,
  day                     date    not null,
  awaited                 integer not null,
  undated                 integer not null,
  overdue                 integer not null,
  submitted               integer not null,
  submitted_late          integer not null,
  done                    integer not null,
  done_late               integer not null,
  waived                  integer not null,
  transferred             integer not null,
  registrations_owed      integer not null,
  registrations_submitted integer not null,
  registrations_accepted  integer not null,
  registrations_exempt    integer not null,
  registrations_returned  integer not null,
  registrations_late      integer not null,
  registrations_missing   integer not null,
  reports_expected        integer not null,
  reports_due             integer not null,
  reports_submitted       integer not null,
  reports_accepted        integer not null,
  reports_in_late         integer not null,
  reports_missing         integer not null,
  constraint progress_change_key primary key (plan_id, path, kind, stretch, day)
) with (fillfactor = 80);

insert into progress_change
select d.plan_id, d.path, kinds.kind, stretches.stretch, stretches.day,
       coalesce(sum(d.total) filter (where d.what = 'AWAITED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'UNDATED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'OVERDUE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'SUBMITTED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'SUBMITTED_LATE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'DONE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'DONE_LATE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'WAIVED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'TRANSFERRED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_OWED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_SUBMITTED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_ACCEPTED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_EXEMPT'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_RETURNED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_LATE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REGISTRATIONS_MISSING'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REPORTS_EXPECTED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REPORTS_DUE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REPORTS_SUBMITTED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REPORTS_ACCEPTED'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REPORTS_IN_LATE'), 0),
       coalesce(sum(d.total) filter (where d.what = 'REPORTS_MISSING'), 0)
  from progress_day d
 cross join lateral (select '' as kind union select d.kind) kinds
 cross join lateral (values
   ('DAY', d.day),
   ('SIXTH', cast(date_trunc('month', d.day) as date) + 5 * least(5, (cast(extract(day from d.day) as integer) - 1) / 5)),
   ('MONTH', cast(date_trunc('month', d.day) as date))) stretches (stretch, day)
 where d.total <> 0
 group by d.plan_id, d.path, kinds.kind, stretches.stretch, stretches.day;

drop table progress_day;
drop table progress_month;
