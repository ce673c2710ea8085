create table assignment (
  id                        uuid    not null constraint assignment_key primary key,
  version                   bigint  not null,
  plan_id                   uuid    not null constraint assignment_follows_from_a_plan references plan,
  plan_path                 text collate "C" not null,
  obligation_id             uuid    not null constraint assignment_follows_from_an_obligation references obligation,
  organisation_id           uuid    not null,
  organisation_path         text collate "C" not null,
  kind                      text    not null,
  form                      text,
  opens                     text    not null,
  subject                   text    not null,
  occurrence                text    not null,
  window_from               date,
  window_to                 date,
  due_day                   date,
  due_at                    timestamptz,
  sort_due                  timestamptz not null,
  recipient_organisation_id uuid,
  recipient_path            text collate "C",
  via_organisation_id       uuid,
  via_path                  text collate "C",
  required_count            integer not null,
  recorded_count            integer not null,
  received_at               timestamptz,
  accepted                  boolean not null,
  fulfilled_at              timestamptz,
  returned_receipt          timestamptz,
  returned_until            timestamptz,
  waived_at                 timestamptz,
  closed_at                 timestamptz,
  reason                    text,
  constraint one_assignment_per_occurrence unique (obligation_id, organisation_id, occurrence)
);
create index assignment_by_organisation on assignment (organisation_path, sort_due, id);
create index assignment_by_plan on assignment (plan_id, organisation_path);
create index assignment_by_due on assignment (sort_due, id);
create index assignment_of_organisation on assignment (organisation_id, obligation_id);
