create table message_template (
  id                uuid        not null constraint message_template_key primary key,
  version           bigint      not null,
  organisation_id   uuid        not null,
  organisation_path text collate "C" not null,
  purpose           text        not null,
  language          text        not null,
  number            integer     not null,
  state             text        not null,
  title             text        not null,
  text              text        not null,
  thin_text         text        not null,
  created_at        timestamptz not null,
  published_at      timestamptz,
  constraint one_template_per_number unique (organisation_id, purpose, language, number)
);
create unique index one_published_template on message_template (organisation_id, purpose, language)
  where state = 'PUBLISHED';
create index message_template_in_force on message_template (organisation_path) where state = 'PUBLISHED';
create index message_template_by_path on message_template (organisation_path, id);
