-- The secret of a feed is nowhere in the database, only its SHA-256.
create table calendar_feed (
  id              uuid        not null constraint calendar_feed_key primary key,
  version         bigint      not null,
  owner_issuer    text        not null,
  owner_subject   text        not null,
  organisation_id uuid        constraint feed_shows_an_organisation references organisation,
  name            text        not null,
  token_hash      text        not null constraint one_feed_per_token unique,
  request_key     text,
  created_at      timestamptz not null,
  revoked_at      timestamptz
);
create index calendar_feed_by_owner on calendar_feed (owner_issuer, owner_subject, id);
create unique index one_feed_per_request on calendar_feed (owner_issuer, owner_subject, request_key)
  where request_key is not null;
