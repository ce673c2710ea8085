-- Paths are compared byte by byte, so that a subtree is one range of the index.
create table reach_organisation (
  id         uuid not null constraint reach_organisation_key primary key,
  code       text not null,
  name       text not null,
  kind       text not null,
  parent_id  uuid,
  path       text collate "C" not null,
  valid_from date not null,
  valid_to   date
);
create index reach_organisation_by_path on reach_organisation (path);
create index reach_organisation_by_parent on reach_organisation (parent_id);

create table reach_post (
  id              uuid not null constraint reach_post_key primary key,
  organisation_id uuid not null,
  role            text not null,
  holder_issuer   text not null,
  holder_subject  text not null,
  valid_from      date not null,
  valid_to        date,
  deputy_of       uuid
);
create index reach_post_by_holder on reach_post (holder_issuer, holder_subject);
create index reach_post_by_organisation on reach_post (organisation_id);

create table working_calendar_day (
  day     date    not null constraint working_calendar_day_key primary key,
  working boolean not null
);
