-- A figure of an accepted report that was found to be wrong: both values stay, with who corrected it, when and why.
-- The corrected figures are an edition of their own, and the edition that was accepted stays as it was.
create table report_restatement (
  id           uuid        not null constraint report_restatement_key primary key,
  report_id    uuid        not null constraint report_restatement_of_a_report references report (id),
  from_edition integer     not null,
  to_edition   integer     not null,
  code         text        not null,
  breakdown    text        not null,
  value_before numeric,
  text_before  text,
  rows_before  text,
  value_after  numeric,
  text_after   text,
  rows_after   text,
  reason       text        not null,
  restated_by  text        not null,
  restated_at  timestamptz not null,
  constraint one_restatement_per_figure_and_edition unique (report_id, to_edition, code, breakdown)
);
create trigger report_restatement_is_append_only before update or delete on report_restatement
  for each row execute function refuse_change();
