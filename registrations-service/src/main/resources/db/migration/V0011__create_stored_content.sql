-- Contents that the document store holds or is about to hold. Times are real time, not business time.
create table stored_content (
  hash        text   not null constraint stored_content_key primary key,
  size        bigint not null,
  touched_at  timestamptz not null default now(),
  verified_at timestamptz,
  damaged_at  timestamptz,
  constraint stored_content_is_named_by_its_sha256 check (hash ~ '^[0-9a-f]{64}$')
);
create index stored_content_by_verification on stored_content ((coalesce(verified_at, touched_at)));
create index stored_content_by_touch on stored_content (touched_at);
create index stored_content_damaged on stored_content (hash) where damaged_at is not null;
create table document_usage (
  organisation_id uuid   not null constraint one_usage_per_organisation primary key,
  bytes           bigint not null,
  constraint usage_is_not_negative check (bytes >= 0)
);
