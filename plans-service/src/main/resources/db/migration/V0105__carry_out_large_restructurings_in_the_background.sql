-- What is planned waits for its day, what is accepted only for its turn.
alter table restructuring add column due_on date, add column started_at timestamptz;
update restructuring set due_on = effective_on;
alter table restructuring alter column due_on set not null;

drop index restructuring_by_day;
create index restructuring_to_carry_out on restructuring (due_on, id) where status in ('PLANNED', 'ACCEPTED', 'EXECUTING');
