-- What a superior's report is made of, edition by edition: how the units below stood when it was last refreshed. It is
-- frozen with the edition, when that is handed in.
create table consolidation (
  report_id    uuid        not null constraint consolidation_of_a_report references report (id),
  edition      integer     not null,
  refreshed_at timestamptz not null,
  refreshed_by text        not null,
  expected     integer     not null,
  included     integer     not null,
  late         integer     not null,
  merged       text        not null,
  left_out     text        not null,
  constraint one_consolidation_per_edition primary key (report_id, edition)
);

create table consolidation_unit (
  report_id       uuid    not null,
  edition         integer not null,
  unit_report_id  uuid    not null,
  organisation_id uuid    not null,
  unit_edition    integer not null,
  status          text    not null,
  included        boolean not null,
  late            boolean not null,
  constraint one_unit_per_consolidation primary key (report_id, edition, unit_report_id),
  constraint unit_of_a_consolidation foreign key (report_id, edition) references consolidation (report_id, edition)
);
