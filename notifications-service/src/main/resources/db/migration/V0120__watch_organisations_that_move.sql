-- What moved lately: rows that were written with a path of before are led after it (kit: LateRows).
create table reach_move (
  id              bigint generated always as identity constraint reach_move_key primary key,
  organisation_id uuid not null,
  from_path       text collate "C" not null,
  moved_at        timestamptz not null default clock_timestamp()
);
