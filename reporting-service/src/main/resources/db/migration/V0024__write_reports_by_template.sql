-- A report keeps the version of the template that it was begun with, and the days that it covers. An incident is
-- reported when it happens: no assignment asks for it.
alter table report alter column assignment_id drop not null;
alter table report alter column obligation_id drop not null;
alter table report add column template_id uuid constraint report_with_a_template references report_template (id);
alter table report add column data_from date;
alter table report add column data_to date;
alter table report add column restated_at timestamptz;
create index report_by_period on report (organisation_id, kind, form, occurrence);
create index report_by_recipient_and_period on report (recipient_organisation_id, kind, form, occurrence);

-- In which version of the report each section was last changed: several drafters write side by side.
alter table report_content add column section_versions text not null default '{}';

-- A figure is what a person typed, or what was reckoned; when a person typed another value, both are kept.
alter table report_figure alter column value drop not null;
alter table report_figure add column breakdown text not null default '';
alter table report_figure add column text_value text;
alter table report_figure add column table_rows text;
alter table report_figure add column entered boolean not null default true;
alter table report_figure add column computed numeric;
alter table report_figure add column computed_text text;
alter table report_figure add column computed_from text;
alter table report_figure add column computed_of bigint;
alter table report_figure add column own_part numeric;
alter table report_figure add column computed_at timestamptz;
alter table report_figure add column changed_in bigint not null default 0;
alter table report_figure drop constraint one_figure_per_code;
alter table report_figure add constraint one_figure_per_code unique (report_content_id, code, breakdown);
