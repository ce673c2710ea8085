create table activity_correction (
  id           uuid not null constraint activity_correction_key primary key,
  activity_id  uuid not null constraint correction_is_of_an_activity references activity,
  reason       text not null,
  before       text not null,
  corrected_at timestamptz not null
);
create index activity_correction_by_activity on activity_correction (activity_id, id);
