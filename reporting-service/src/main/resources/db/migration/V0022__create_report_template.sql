-- What a report of a regime consists of: indicators, sections and rules, version by version. A published version is never
-- written to again; those without an organisation come with the system and hold wherever nobody has published own ones.
create table report_template (
  id                uuid        not null constraint report_template_key primary key,
  version           bigint      not null,
  regime_id         uuid        not null constraint report_template_of_a_regime references report_regime (id),
  organisation_id   uuid,
  organisation_path text collate "C",
  number            integer     not null,
  status            text        not null,
  definition        text        not null,
  created_at        timestamptz not null,
  created_by        text        not null,
  published_at      timestamptz,
  published_by      text,
  constraint one_template_per_number unique nulls not distinct (regime_id, organisation_id, number)
);
create unique index one_published_template on report_template (regime_id, organisation_id) nulls not distinct
  where status = 'PUBLISHED';
create unique index one_template_in_the_making on report_template (regime_id, organisation_id) nulls not distinct
  where status = 'DRAFT';
