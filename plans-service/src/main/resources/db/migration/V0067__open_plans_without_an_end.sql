create table year_opening (
  plan_id      uuid    not null constraint year_opening_key primary key constraint year_opens_for_a_plan references plan,
  year         integer not null,
  position     integer not null,
  opened_up_to text collate "C" not null
);
create index plan_without_end on plan (id) where period_to is null and issued_at is not null;
