-- Collectives or persons who are compared with one another. The counts are those of decided ratings: an act of deciding
-- locks the row, so that two at once never both take the last place under the cap.
create table rating_group (
  id                  uuid    not null constraint rating_group_key primary key,
  version             bigint  not null,
  organisation_id     uuid    not null,
  organisation_path   text collate "C" not null,
  year                integer not null,
  rule_id             uuid    not null constraint rating_group_has_rule references rating_rule,
  subject             text    not null,
  name                text    not null,
  registration_counts boolean not null,
  cap_raised_at       timestamptz,
  cap_raised_by       text,
  cap_decision        text,
  capped_count        integer not null,
  base_count          integer not null,
  created_at          timestamptz not null,
  constraint one_rating_group_per_name unique (organisation_id, year, subject, name)
);
create index rating_group_by_path on rating_group (organisation_path, id);

create table rating (
  id                    uuid    not null constraint rating_key primary key,
  version               bigint  not null,
  group_id              uuid    not null constraint rating_has_group references rating_group,
  year                  integer not null,
  subject               text    not null,
  organisation_id       uuid    not null,
  organisation_path     text collate "C" not null,
  member_id             uuid,
  head                  boolean not null,
  status                text    not null,
  self_points           numeric(5, 2),
  self_note             text,
  self_scored_at        timestamptz,
  appraised_points      numeric(5, 2),
  disqualified          boolean not null,
  appraisal             text,
  appraised_at          timestamptz,
  registrations_owed     integer not null,
  registrations_accepted integer not null,
  registrations_late     integer not null,
  registrations_assessed integer not null,
  proposed_grade        text,
  proposed_at           timestamptz,
  proposed_by           text,
  decided_grade         text,
  decision_reason       text,
  decided_at            timestamptz,
  complaint             text    not null,
  complaint_text        text,
  complained_at         timestamptz,
  verification          text,
  verified_at           timestamptz,
  final_at              timestamptz,
  constraint rating_names_its_subject check ((subject = 'INDIVIDUAL') = (member_id is not null))
);
create index rating_by_group on rating (group_id, id);
create index rating_by_path on rating (organisation_path, id);
create unique index one_rating_per_member_and_year on rating (member_id, year) where member_id is not null;
create unique index one_rating_per_collective_and_year on rating (organisation_id, year) where subject = 'COLLECTIVE';
-- What must be decided before its superior; the rows leave the index as they are decided.
create index rating_undecided on rating (year, subject, organisation_path) where decided_at is null;
