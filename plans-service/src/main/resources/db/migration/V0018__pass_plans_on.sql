alter table plan
  add column passed_from_organisation_id uuid constraint plan_passed_from_an_organisation references organisation,
  add column passed_on_at                timestamptz;
