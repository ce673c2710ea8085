-- What changed, and how far the deadlines that follow have been moved: those behind moved_up_to are still to be looked at.
create table calendar_change (
  id               uuid        not null constraint calendar_change_key primary key,
  calendar_id      uuid        not null constraint change_belongs_to_a_calendar references working_calendar,
  calendar_version bigint      not null,
  organisation_id  uuid,
  changed_at       timestamptz not null,
  post_id          uuid,
  days             text        not null,
  moved_up_to      uuid,
  moved_count      integer     not null,
  finished_at      timestamptz
);
create index calendar_change_by_calendar on calendar_change (calendar_id, id);
create index calendar_change_to_finish on calendar_change (id) where finished_at is null;
