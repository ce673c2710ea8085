alter table organisation
  add column ended_by uuid,
  add column successor_ids uuid[] not null default '{}';

-- Paths are those of today's reach: an ended organisation stands under its successor, whoever acts there acts for it.
