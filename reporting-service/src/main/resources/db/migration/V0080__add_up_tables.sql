-- What was reckoned for a table stands beside what a person typed over it, as with numbers and texts.
alter table report_figure add column computed_rows text;
update report_figure set computed_rows = table_rows
 where table_rows is not null and not entered and computed_from is not null;

-- Tables of which the units have more different rows than a table holds; they can be listed unit by unit.
alter table consolidation add column left_out_tables text not null default '[]';
