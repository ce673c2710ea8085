-- Numbers are keyed hashes only. Names are searched by any part of them, so an index over groups of three letters serves.
create extension if not exists pg_trgm;

alter table member
  add column national_id_hash bytea,
  add column updated_at       timestamptz not null default clock_timestamp(),
  add column next_standing_on date,
  add column merged_into_id   uuid,
  add column merged_at        timestamptz,
  add column restricted_at    timestamptz,
  add column erased_at        timestamptz,
  alter column birth_date drop not null,
  add constraint one_member_per_national_id unique (national_id_hash),
  add constraint only_who_is_erased_has_no_birth_date check (birth_date is not null or erased_at is not null);

create function note_member_change() returns trigger language plpgsql as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;
create trigger member_notes_its_changes before update on member
  for each row execute function note_member_change();

create index member_by_change on member (updated_at, id);
create index member_by_name on member using gin (name_key gin_trgm_ops);
create index member_by_name_and_birth on member (name_key, birth_date);
create index member_by_next_standing on member (next_standing_on) where next_standing_on is not null;
create index member_by_survivor on member (merged_into_id) where merged_into_id is not null;
