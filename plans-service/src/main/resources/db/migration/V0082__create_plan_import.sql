-- A document on its way to becoming a plan. What it says stands apart, so that lists stay small.
create table plan_import (
  id                uuid        not null constraint plan_import_key primary key,
  version           bigint      not null,
  organisation_id   uuid        not null constraint plan_import_is_of_an_organisation references organisation,
  submitter_issuer  text        not null,
  submitter_subject text        not null,
  file_name         text        not null,
  format            text        not null,
  hash              text        not null constraint plan_import_has_a_stored_content references stored_content,
  size              bigint      not null,
  status            text        not null,
  failures          integer     not null,
  submitted_at      timestamptz not null,
  read_at           timestamptz,
  edited_at         timestamptz,
  confirmed_at      timestamptz,
  plan_id           uuid        constraint plan_import_becomes_a_plan references plan,
  constraint one_plan_per_import check ((status = 'CONFIRMED') = (plan_id is not null))
);
create index plan_import_by_submitter on plan_import (submitter_issuer, submitter_subject, id);
create index plan_import_under_way on plan_import (failures, id) where status = 'WAITING';
create index plan_import_by_hash on plan_import (hash);
create index plan_import_by_age on plan_import (submitted_at) where status <> 'CONFIRMED';
create index plan_import_by_confirmation on plan_import (confirmed_at) where confirmed_at is not null;

create table plan_import_content (
  import_id uuid not null constraint content_belongs_to_a_plan_import primary key references plan_import on delete cascade,
  text      text not null,
  reading   text,
  proposal  text,
  draft     text
);
