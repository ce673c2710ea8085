-- A person who was entered twice may have been nominated twice by one unit: one nomination gives way to the other.
alter table nomination add column gave_way_to_id uuid;
