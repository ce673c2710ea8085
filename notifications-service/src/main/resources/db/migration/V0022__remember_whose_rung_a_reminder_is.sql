-- Null for the ladder that is shipped.
alter table reminder add column policy_id uuid;
