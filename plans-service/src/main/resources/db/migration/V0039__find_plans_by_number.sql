create index plan_by_number on plan (organisation_path, trim(leading '0' from number)) where number is not null;
