-- What a person wants otherwise than its organisations have set. The language stands beside it for whoever writes.
create table personal_preference (
  id         uuid        not null constraint personal_preference_key primary key,
  version    bigint      not null,
  issuer     text        not null,
  subject    text        not null,
  wishes     text        not null,
  language   text,
  changed_at timestamptz not null,
  constraint one_preference_per_account unique (issuer, subject)
);

-- What organisations set for themselves and all below them, from a day on; without an end for good.
create table preference_default (
  id                uuid        not null constraint preference_default_key primary key,
  version           bigint      not null,
  organisation_id   uuid        not null,
  organisation_path text collate "C" not null,
  defaults          text        not null,
  valid_from        date        not null,
  valid_to          date,
  created_at        timestamptz not null,
  constraint one_preference_default_per_day unique (organisation_id, valid_from)
);
create index preference_default_by_path on preference_default (organisation_path, id);
