alter table assignment add column original_due_day date;
update assignment set original_due_day = due_day;
