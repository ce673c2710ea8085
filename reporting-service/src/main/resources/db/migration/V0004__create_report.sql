-- A report that an organisation owes. Paths stay empty until the organisation is known; such rows are in no list.
create table report (
  id                        uuid        not null constraint report_key primary key,
  version                   bigint      not null,
  assignment_id             uuid        not null,
  plan_id                   uuid        not null,
  obligation_id             uuid        not null,
  organisation_id           uuid        not null,
  organisation_path         text collate "C",
  kind                      text        not null,
  form                      text,
  occurrence                text        not null,
  status                    text        not null,
  recipient_organisation_id uuid,
  via_organisation_id       uuid,
  due_at                    timestamptz,
  expected_at               timestamptz not null,
  submitted_at              timestamptz,
  submitted_by              text,
  received_at               timestamptz,
  forwarded_at              timestamptz,
  accepted_at               timestamptz,
  returned_at               timestamptz,
  returned_until            timestamptz,
  returned_in_time          boolean     not null,
  return_reason             text,
  edition                   integer     not null,
  submitted_edition         integer     not null,
  constraint one_report_per_assignment unique (assignment_id)
);
create index report_by_organisation_path on report (organisation_path, id);
create index report_by_recipient on report (recipient_organisation_id, id);
create index report_by_via on report (via_organisation_id, id);
create index report_by_organisation on report (organisation_id, id);
create index report_by_plan on report (plan_id, id);
create index report_without_place on report (organisation_id) where organisation_path is null;
