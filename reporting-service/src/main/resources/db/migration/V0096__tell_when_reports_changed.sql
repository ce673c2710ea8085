-- When a report was last told of, for systems that ask what has changed.
alter table report add column updated_at timestamptz;
update report set updated_at = greatest(expected_at, submitted_at, received_at, forwarded_at, accepted_at, returned_at,
  restated_at);
create index report_by_change on report (updated_at);
