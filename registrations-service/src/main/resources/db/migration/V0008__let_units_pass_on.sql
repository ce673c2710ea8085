-- An assignment that was transferred takes its registrations along, once the roster of the old unit is complete. The
-- unit that receives them completes its own roster only afterwards: an empty one would count as done.
alter table campaign_unit
  add column passed_to_id   uuid,
  add column passed_from_id uuid,
  add column passed_at      timestamptz;
create index campaign_unit_to_pass on campaign_unit (passed_to_id) where passed_to_id is not null and passed_at is null;
