-- Organisations that have another superior now: what they owe to their superior is redirected. The row is written in the
-- transaction that moves the organisation, and goes when all that it owes was looked at.
create table moved_debtor (
  organisation_id uuid not null constraint moved_debtor_key primary key
);

create function note_moved_debtors() returns trigger language plpgsql as $$
begin
  insert into moved_debtor (organisation_id)
  select distinct now_placed.organisation_id from placed now_placed
    join was_placed on was_placed.id = now_placed.id
   where was_placed.parent_id is distinct from now_placed.parent_id order by 1
  on conflict (organisation_id) do nothing;
  return null;
end $$;

create trigger organisation_under_another_superior_is_noted after update on organisation_period
  referencing old table as was_placed new table as placed for each statement execute function note_moved_debtors();
