create table succession (
  organisation_id  uuid not null constraint one_succession_per_organisation primary key references organisation,
  restructuring_id uuid not null constraint succession_follows_from_a_restructuring references restructuring,
  successor_id     uuid not null constraint succession_has_an_heir references organisation,
  effective_on     date not null,
  passed_on        integer not null default 0,
  completed_at     timestamptz,
  constraint nobody_succeeds_oneself check (organisation_id <> successor_id)
);
create index succession_to_complete on succession (restructuring_id, organisation_id) where completed_at is null;

create table succession_exception (
  organisation_id uuid not null constraint exception_belongs_to_a_succession references succession,
  assignment_id   uuid not null,
  successor_id    uuid not null constraint exception_names_an_heir references organisation,
  constraint one_heir_per_exception primary key (organisation_id, assignment_id)
);
