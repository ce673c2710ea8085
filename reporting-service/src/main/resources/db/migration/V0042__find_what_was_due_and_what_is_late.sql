create index progress_count_by_due_day on progress_count (path, due_day);
-- Whatever is in it and was due before today is late. PostgreSQL skips from day to day to the paths of a subtree.
create index progress_part_late on progress_part (due_day, path, id)
  where source = 'ASSIGNMENT' and state in ('OPEN', 'SUBMITTED_LATE', 'DONE_LATE');
