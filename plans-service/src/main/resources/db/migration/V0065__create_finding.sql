create table finding (
  id                uuid    not null constraint finding_key primary key,
  version           bigint  not null,
  inspection_id     uuid    not null constraint finding_is_of_an_inspection references activity,
  inspection_path   text collate "C" not null,
  organisation_id   uuid    not null constraint finding_is_about_an_organisation references organisation,
  organisation_path text collate "C" not null,
  text              text    not null,
  due_day           date    not null,
  status            text    not null,
  carried_from      uuid    constraint finding_is_carried_from_a_finding references finding,
  settled_by        uuid    constraint finding_is_settled_by_an_inspection references activity,
  settled_at        timestamptz,
  settlement        text,
  recorded_at       timestamptz not null,
  constraint finding_is_settled_by_somebody check ((status in ('CLOSED', 'CARRIED')) = (settled_by is not null))
);
create index finding_by_inspection on finding (inspection_id);
create index finding_by_inspector on finding (inspection_path, id);
create index finding_by_organisation on finding (organisation_path, id);
create index finding_by_settlement on finding (settled_by) where settled_by is not null;
