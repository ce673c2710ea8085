-- What restructurings have moved lately: rows that are still written there afterwards are led back.
create table path_move (
  id        bigint generated always as identity constraint path_move_key primary key,
  from_path text collate "C" not null,
  from_end  text collate "C" not null,
  moved_at  timestamptz not null default clock_timestamp()
);
create index path_move_by_age on path_move (moved_at);

-- The last segment of a path is the organisation's own.
create index reach_organisation_by_segment on reach_organisation (right(path, 5));
