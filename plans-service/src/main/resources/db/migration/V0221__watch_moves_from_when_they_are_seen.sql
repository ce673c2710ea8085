-- A restructuring may go on for long after it has noted a move: what it moved is watched from when that can be seen.
alter table path_move add column seen_at timestamptz;
drop index path_move_by_age;
