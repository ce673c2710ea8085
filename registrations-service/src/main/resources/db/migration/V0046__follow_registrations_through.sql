-- What became of a commitment, told once and never changed.
create table follow_up (
  id              uuid not null constraint follow_up_key primary key,
  registration_id uuid not null,
  item            text not null,
  note            text not null,
  happened_on     date not null,
  file_ids        uuid[] not null,
  recorded_at     timestamptz not null,
  by_member       boolean not null
);
create index follow_up_by_registration on follow_up (registration_id, id);

-- The member's own assessment of each item, and the words of the collective on it.
create table registration_assessment (
  registration_id    uuid not null constraint registration_assessment_key primary key,
  items              text not null,
  summary            text,
  assessed_at        timestamptz not null,
  collective_comment text,
  met_on             date,
  commented_at       timestamptz
);

-- Files of a registration: the picture of a paper, evidence of what was done.
create table registration_file (
  id              uuid   not null constraint registration_file_key primary key,
  registration_id uuid   not null,
  organisation_id uuid   not null,
  file_name       text   not null,
  type            text   not null,
  hash            text   not null constraint registration_file_has_a_stored_content references stored_content,
  size            bigint not null,
  attached_at     timestamptz not null,
  by_member       boolean not null
);
create index registration_file_by_registration on registration_file (registration_id, id);
create index registration_file_by_hash on registration_file (hash);
