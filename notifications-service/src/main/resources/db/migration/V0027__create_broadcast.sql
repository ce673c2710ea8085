create table broadcast (
  id                 uuid        not null constraint broadcast_key primary key,
  version            bigint      not null,
  organisation_id    uuid        not null,
  organisation_path  text collate "C" not null,
  author_issuer      text        not null,
  author_subject     text        not null,
  roles              text        not null,
  members            boolean     not null,
  title              text        not null,
  text               text        not null,
  english_title      text,
  english_text       text,
  status             text        not null,
  count_requested_at timestamptz,
  counted_at         timestamptz,
  recipients         integer,
  send_at            timestamptz,
  started_at         timestamptz,
  sent               integer     not null default 0,
  ended_at           timestamptz,
  created_at         timestamptz not null
);
create index broadcast_by_path on broadcast (organisation_path, id);
create index broadcast_to_count on broadcast (id) where count_requested_at is not null and counted_at is null;
create index broadcast_to_send on broadcast (send_at, id) where status in ('SCHEDULED', 'SENDING');

-- Who is still to be told of a broadcast that is being sent; a row goes with its delivery.
create table broadcast_recipient (
  broadcast_id uuid not null,
  issuer       text not null,
  subject      text not null,
  post_id      uuid,
  member_id    uuid,
  language     text not null,
  constraint one_recipient_per_broadcast primary key (broadcast_id, issuer, subject)
);
