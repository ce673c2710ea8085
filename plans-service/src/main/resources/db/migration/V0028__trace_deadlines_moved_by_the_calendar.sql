create table calendar_move (
  id            uuid        not null constraint calendar_move_key primary key,
  assignment_id uuid        not null constraint move_belongs_to_an_assignment references assignment,
  change_id     uuid        not null constraint move_follows_from_a_change references calendar_change,
  from_day      date        not null,
  to_day        date        not null,
  moved_at      timestamptz not null,
  constraint one_move_per_assignment_and_change unique (assignment_id, change_id),
  constraint move_goes_somewhere check (from_day <> to_day)
);
