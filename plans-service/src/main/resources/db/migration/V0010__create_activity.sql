create table activity (
  id                uuid    not null constraint activity_key primary key,
  version           bigint  not null,
  organisation_id   uuid    not null constraint activity_is_held_by_an_organisation references organisation,
  organisation_path text collate "C" not null,
  kind              text    not null,
  held_on           date    not null,
  status            text    not null,
  attendance        integer,
  note              text,
  counted_for       text    not null,
  obligations       text    not null,
  recorded_at       timestamptz not null,
  constraint attendance_is_not_negative check (attendance is null or attendance >= 0)
);
create index activity_by_organisation on activity (organisation_path, id);
