alter table assignment
  add column target_count integer,
  add column max_count    integer;
