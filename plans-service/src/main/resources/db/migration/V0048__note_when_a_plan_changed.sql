alter table plan add column changed_at timestamptz;
update plan set changed_at = coalesce(closed_at, returned_at, acknowledged_at, submitted_at, issued_at, adopted_at, drafted_at);
alter table plan alter column changed_at set not null;
create index plan_by_change on plan (changed_at);
