-- Where an organisation stood from day to day. What was settled stays counted in the tree of its day, whatever becomes
-- of the organisation; what is open moves along.
create table organisation_stand (
  organisation_id uuid not null,
  valid_from      date not null,
  valid_to        date,
  path            text collate "C" not null,
  constraint one_stand_per_first_day unique (organisation_id, valid_from)
);
alter table progress_part add column settled_on date;
alter table known_campaign add column closed_on date;
create index progress_part_of_campaign on progress_part (kind) where source = 'REGISTRATION';
