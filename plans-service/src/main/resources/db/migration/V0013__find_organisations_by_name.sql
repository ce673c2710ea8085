-- Lower case without marks, so that what was typed composed or decomposed, with or without accents, is found alike.
create function search_key(words text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    translate(regexp_replace(lower(normalize(words, NFD)), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'),
    '\s+', ' ', 'g')
$$;

alter table organisation
  add column name_key text generated always as (search_key(name)) stored,
  add column updated_at timestamptz not null default now();

create index organisation_by_change on organisation (updated_at);
create index organisation_by_parent on organisation (parent_id);
