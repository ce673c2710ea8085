-- When organisations move, rows that keep their paths are found by organisation.
create index plan_of_organisation on plan (organisation_id);
create index plan_by_addressee on plan (submitted_to_id) where submitted_to_id is not null;
create index plan_by_go_between on plan (submitted_via_id) where submitted_via_id is not null;
create index plan_receipt_of_organisation on plan_receipt (organisation_id);
