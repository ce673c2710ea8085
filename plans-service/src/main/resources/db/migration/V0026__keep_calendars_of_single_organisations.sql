-- Null for the calendar of the country; else the closures of one organisation, which hold for its whole subtree.
alter table working_calendar
  add column organisation_id uuid constraint closures_belong_to_an_organisation references organisation;
create unique index one_calendar_per_organisation on working_calendar (organisation_id) where organisation_id is not null;
