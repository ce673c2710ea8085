alter table obligation
  add column serves                text    not null default '',
  add column needs_acknowledgement boolean not null default false,
  add column recomputed_from_year  integer,
  add column replaces_id           uuid    constraint obligation_replaces_an_obligation references obligation,
  add column origin_id             uuid;
update obligation set origin_id = id;
alter table obligation alter column origin_id set not null;
create index obligation_by_origin on obligation (origin_id);
create index obligation_by_replaced on obligation (replaces_id) where replaces_id is not null;
