create table table_import (
  id                uuid        not null constraint table_import_key primary key,
  version           bigint      not null,
  subject           text        not null,
  submitter_issuer  text        not null,
  submitter_subject text        not null,
  dry_run           boolean     not null,
  status            text        not null,
  column_names      text        not null,
  total_rows        integer     not null,
  accepted          integer     not null,
  unchanged         integer     not null,
  rejected          integer     not null,
  failures          integer     not null,
  submitted_at      timestamptz not null,
  completed_at      timestamptz,
  constraint no_more_outcomes_than_rows check (accepted + unchanged + rejected <= total_rows)
);
create index table_import_under_way on table_import (failures, id) where status in ('WAITING', 'RUNNING');
create index table_import_by_age on table_import (completed_at) where completed_at is not null;

-- Cells and arguments are JSON texts; memo is what a dry run has to know of a row later on.
create table table_import_row (
  import_id  uuid    not null constraint row_belongs_to_an_import references table_import on delete cascade,
  number     integer not null,
  level      integer not null,
  name       text    not null,
  cells      text    not null,
  fault      text,
  outcome    text,
  code       text,
  arguments  text,
  subject_id uuid,
  memo       text,
  constraint one_import_row_per_number primary key (import_id, number)
);
create index table_import_row_to_take on table_import_row (import_id, level, number) where outcome is null;
create index table_import_row_by_name on table_import_row (import_id, name);
create index table_import_row_rejected on table_import_row (import_id, number) where outcome = 'REJECTED';
