-- Organisations that have begun, or stand elsewhere, and may fit plans that are issued already. The row is written in
-- the transaction that writes the organisation, whoever does so, and goes when all plans behind after_plan were asked.
create table newcomer (
  organisation_id uuid not null constraint newcomer_key primary key,
  after_plan      uuid not null
);
create index newcomer_by_plan on newcomer (after_plan, organisation_id);

create function note_newcomers() returns trigger language plpgsql as $$
begin
  insert into newcomer (organisation_id, after_plan)
  select distinct organisation_id, '00000000-0000-0000-0000-000000000000'::uuid from placed order by organisation_id
  on conflict (organisation_id) do update set after_plan = excluded.after_plan;
  return null;
end $$;

create trigger organisation_that_begins_is_a_newcomer after insert on organisation_period
  referencing new table as placed for each statement execute function note_newcomers();
create trigger organisation_that_moves_is_a_newcomer after update on organisation_period
  referencing new table as placed for each statement execute function note_newcomers();
