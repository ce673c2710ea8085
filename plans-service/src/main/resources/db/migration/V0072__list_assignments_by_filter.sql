create index assignment_of_plan_by_due on assignment (plan_id, sort_due, id);
create index assignment_of_obligation_by_due on assignment (obligation_id, sort_due, id);
create index assignment_of_kind_by_due on assignment (kind, sort_due, id);
