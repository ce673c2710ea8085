create table plan_receipt (
  plan_id           uuid not null constraint receipt_is_of_a_plan references plan,
  organisation_id   uuid not null constraint receipt_is_of_an_organisation references organisation,
  organisation_path text collate "C" not null,
  received_at       timestamptz,
  received_by       text,
  post_id           uuid,
  plan_version      bigint,
  constraint one_receipt_per_organisation primary key (plan_id, organisation_id)
);
create index plan_receipt_by_path on plan_receipt (plan_id, organisation_path);
create index plan_receipt_missing on plan_receipt (plan_id, organisation_path) where received_at is null;

create table plan_receipt_tally (
  plan_id  uuid    not null constraint one_tally_per_plan primary key references plan,
  bound    integer not null,
  received integer not null,
  complete boolean not null
);
create index plan_receipt_tally_to_complete on plan_receipt_tally (plan_id) where not complete;
