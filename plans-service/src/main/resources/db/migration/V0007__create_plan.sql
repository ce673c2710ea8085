create table plan (
  id                        uuid   not null constraint plan_key primary key,
  version                   bigint not null,
  organisation_id           uuid   not null constraint plan_belongs_to_an_organisation references organisation,
  organisation_path         text collate "C" not null,
  type                      text   not null,
  number                    text,
  symbol                    text,
  issue_date                date,
  title                     text   not null,
  year                      integer not null,
  period_from               date   not null,
  period_to                 date,
  roll_off                  text   not null,
  signer_name               text,
  signer_position           text,
  signer_capacity           text,
  parent_plan_id            uuid   constraint plan_implements_a_plan references plan,
  serves                    text   not null,
  author_id                 text   not null,
  status                    text   not null,
  submission_status         text   not null,
  submitted_to_id           uuid   constraint plan_is_submitted_to_an_organisation references organisation,
  submitted_to_path         text collate "C",
  submitted_via_id          uuid   constraint plan_is_submitted_via_an_organisation references organisation,
  submitted_via_path        text collate "C",
  return_reason             text,
  returned_until            timestamptz,
  named_day_counts          boolean,
  drafted_at                timestamptz not null,
  adopted_at                timestamptz,
  issued_at                 timestamptz,
  submitted_at              timestamptz,
  acknowledged_at           timestamptz,
  returned_at               timestamptz,
  closed_at                 timestamptz,
  assignments_opened_at     timestamptz,
  constraint issued_plan_has_number_symbol_and_date check (
    issued_at is null or (number is not null and symbol is not null and issue_date is not null))
);
create index plan_by_organisation_path on plan (organisation_path, id);
create index plan_by_parent on plan (parent_plan_id);
create unique index one_plan_per_document on plan (type, number, symbol, issue_date, organisation_id)
  where issued_at is not null;
create index plan_to_open on plan (id) where issued_at is not null and assignments_opened_at is null;
