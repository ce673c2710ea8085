-- When the year of a plan becomes known, what was registered for it is laid in the tree of that year.
create index fact_part_by_plan on fact_part (plan_id, organisation_id)
  where plan_id <> '00000000-0000-0000-0000-000000000000';
