alter table organisation_stand add column parent_path text collate "C" not null
  generated always as (regexp_replace(path, '[^/]+/$', '')) stored;
create index organisation_stand_by_parent on organisation_stand (parent_path);
create index organisation_stand_by_first_day on organisation_stand (valid_from);
