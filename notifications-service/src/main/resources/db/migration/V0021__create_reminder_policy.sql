-- Without an end a policy holds for good; without a kind for every kind that has none of its own at that organisation.
create table reminder_policy (
  id                uuid        not null constraint reminder_policy_key primary key,
  version           bigint      not null,
  organisation_id   uuid        not null,
  organisation_path text collate "C" not null,
  obligation_kind   text,
  day_count         text        not null,
  minute_of_day     integer     not null,
  rungs             text        not null,
  valid_from        date        not null,
  valid_to          date,
  created_at        timestamptz not null,
  constraint one_policy_per_kind_and_day unique nulls not distinct (organisation_id, obligation_kind, valid_from)
);
create index reminder_policy_by_path on reminder_policy (organisation_path, id);

-- Reminders planned by a ladder that no longer holds; they are planned anew piece by piece.
create table ladder_change (
  id                uuid        not null constraint ladder_change_key primary key,
  organisation_path text collate "C" not null,
  whole_subtree     boolean     not null,
  done_to           uuid,
  requested_at      timestamptz not null
);
