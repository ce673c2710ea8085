-- A report that names no recipient goes to the parent of its organisation, and to another one when that changes. Which
-- ones these are is in the newest records of assignments, which are read once more.
alter table report add column recipient_by_place boolean not null default false;
create index report_to_the_parent on report (organisation_id) where recipient_by_place and status <> 'ACCEPTED';
delete from inbox where topic = 'plans.assignment.v1';
