alter table assignment add column opened_at timestamptz;
update assignment set opened_at = updated_at;
alter table assignment alter column opened_at set not null;

create table assignment_change (
  id                  uuid        not null constraint assignment_change_key primary key,
  assignment_id       uuid        not null constraint change_is_of_an_assignment references assignment,
  what                text        not null,
  happened_at         timestamptz not null,
  actor               text,
  fact                text,
  reason              text,
  standing            text        not null,
  due_day             date,
  received_at         timestamptz,
  recorded_count      integer     not null,
  other_assignment_id uuid,
  constraint change_has_one_cause check (actor is null or fact is null)
);
create index assignment_change_by_assignment on assignment_change (assignment_id, id);
