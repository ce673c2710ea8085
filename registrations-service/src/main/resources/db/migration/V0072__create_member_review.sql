-- That a member was reviewed before a cell. Several of one year count once: coverage asks whether there is one.
create table member_review (
  id                  uuid    not null constraint member_review_key primary key,
  version             bigint  not null,
  member_id           uuid    not null,
  year                integer not null,
  organisation_id     uuid    not null,
  organisation_path   text collate "C" not null,
  held_on             date    not null,
  recorded_at         timestamptz not null,
  recorded_by         text    not null,
  cancelled_at        timestamptz,
  cancellation_reason text
);
create unique index one_review_per_member_and_day on member_review (member_id, organisation_id, held_on)
  where cancelled_at is null;
create index member_review_by_member on member_review (member_id, year);
create index member_review_by_path on member_review (organisation_path, id);
