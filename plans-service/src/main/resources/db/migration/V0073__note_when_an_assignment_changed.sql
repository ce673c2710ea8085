-- For systems that pull what has changed; real time, as the database sees it, not business time.
alter table assignment add column updated_at timestamptz not null default clock_timestamp();

create function note_change() returns trigger language plpgsql as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;

create trigger assignment_notes_its_changes before update on assignment
  for each row execute function note_change();

create index assignment_by_change on assignment (updated_at, id);
