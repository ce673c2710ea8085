create index assignment_by_successor on assignment (transferred_to_assignment_id)
  where transferred_to_assignment_id is not null;
