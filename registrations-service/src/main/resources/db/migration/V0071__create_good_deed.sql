create table good_deed (
  id                      uuid    not null constraint good_deed_key primary key,
  version                 bigint  not null,
  organisation_id         uuid    not null,
  organisation_path       text collate "C" not null,
  doer_member_id          uuid,
  doer_organisation_id    uuid,
  deed                    text    not null,
  done_on                 date    not null,
  status                  text    not null,
  proposed_at             timestamptz not null,
  proposed_by             text    not null,
  examined_at             timestamptz,
  examination             text,
  recognised_at           timestamptz,
  recorded_at             timestamptz,
  roll_year               integer,
  roll_number             integer,
  rejected_at             timestamptz,
  rejection_reason        text,
  constraint good_deed_has_one_doer check ((doer_member_id is null) <> (doer_organisation_id is null)),
  constraint one_number_per_roll unique (organisation_id, roll_year, roll_number)
);
create index good_deed_by_path on good_deed (organisation_path, id);
create index good_deed_by_member on good_deed (doer_member_id) where doer_member_id is not null;

-- The last number given in the roll of an organisation and year; numbers have no gaps, for the row is locked by who takes one.
create table good_deed_roll (
  organisation_id uuid    not null,
  year            integer not null,
  last_number     integer not null,
  constraint good_deed_roll_key primary key (organisation_id, year)
);
