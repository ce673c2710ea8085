-- How many nominations a plan asks for; kept from the plan's events. An amendment names what it takes
-- the place of.
create table nomination_quota (
  obligation_id  uuid not null constraint nomination_quota_key primary key,
  plan_id        uuid not null,
  form           text,
  min_count      integer,
  max_count      integer,
  replaces_id    uuid
);
create index nomination_quota_replacing on nomination_quota (replaces_id) where replaces_id is not null;

-- An organisation that owes nominations; its id is that of the assignment. Approvals of the unit queue up at this row, so
-- that two of them never both take the last place.
create table nomination_debt (
  id                uuid not null constraint nomination_debt_key primary key,
  obligation_id     uuid not null,
  organisation_id   uuid not null,
  organisation_path text collate "C",
  occurrence        text not null,
  year              integer,
  due_at            timestamptz,
  closed_at         timestamptz
);
create index nomination_debt_by_organisation on nomination_debt (organisation_id, obligation_id);
create index nomination_debt_by_path on nomination_debt (organisation_path, id);
create index nomination_debt_without_path on nomination_debt (id) where organisation_path is null;

create table nomination (
  id                      uuid    not null constraint nomination_key primary key,
  version                 bigint  not null,
  organisation_id         uuid    not null,
  organisation_path       text collate "C" not null,
  obligation_id           uuid,
  year                    integer not null,
  form                    text    not null,
  nominee_member_id       uuid,
  nominee_organisation_id uuid,
  title                   text,
  achievement             text    not null,
  evidence_ids            uuid[]  not null,
  planned_from            date,
  status                  text    not null,
  prior_award_year        integer,
  prior_award_considered  boolean not null,
  proposed_at             timestamptz not null,
  proposed_by             text    not null,
  approved_at             timestamptz,
  approved_by             text,
  reported_at             timestamptz,
  reported_to_id          uuid,
  commended_at            timestamptz,
  followed_up_at          timestamptz,
  follow_up               text,
  rejected_at             timestamptz,
  rejected_from           text,
  rejection_reason        text,
  constraint nomination_names_its_nominee check (
    case form when 'INDIVIDUAL' then nominee_member_id is not null and nominee_organisation_id is null
              when 'COLLECTIVE' then nominee_member_id is null and nominee_organisation_id is not null
              else nominee_member_id is null and title is not null end)
);
create index nomination_by_path on nomination (organisation_path, id);
create index nomination_by_quota on nomination (obligation_id, organisation_id, year);
create index nomination_by_member on nomination (nominee_member_id, year) where nominee_member_id is not null;
create index nomination_by_collective on nomination (nominee_organisation_id, year) where nominee_organisation_id is not null;
create unique index one_nomination_per_nominee_and_year
  on nomination (coalesce(nominee_member_id, nominee_organisation_id), organisation_id, year, form)
  where status <> 'REJECTED' and form <> 'MODEL';
