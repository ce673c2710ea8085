-- What was written, edition by edition: an edition that has been handed in is never written to again.
create table report_content (
  id           uuid        not null constraint report_content_key primary key,
  report_id    uuid        not null constraint report_content_of_a_report references report (id),
  edition      integer     not null,
  results      text,
  difficulties text,
  causes       text,
  lessons      text,
  proposals    text,
  written_by   text        not null,
  written_at   timestamptz not null,
  constraint one_content_per_edition unique (report_id, edition)
);

create table report_figure (
  report_content_id uuid    not null constraint report_figure_of_a_content references report_content (id),
  position          integer not null,
  code              text    not null,
  value             numeric not null,
  constraint report_figure_key primary key (report_content_id, position),
  constraint one_figure_per_code unique (report_content_id, code)
);
