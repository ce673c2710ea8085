-- Whom other systems let us call. Secrets are encrypted by a key that the database does not know.
create table webhook (
  id                uuid        not null constraint webhook_key primary key,
  version           bigint      not null,
  organisation_id   uuid        not null,
  organisation_path text collate "C" not null,
  url               text        not null,
  event_types       text        not null,
  description       text,
  status            text        not null,
  disabled_reason   text,
  created_at        timestamptz not null,
  created_by        text        not null,
  changed_at        timestamptz not null
);
create index webhook_by_path on webhook (organisation_path, id);

create table webhook_secret (
  id         uuid        not null constraint webhook_secret_key primary key,
  webhook_id uuid        not null constraint secret_signs_for_a_webhook references webhook on delete cascade,
  sealed     text        not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index webhook_secret_by_webhook on webhook_secret (webhook_id, created_at);

-- One row per message and webhook, kept as the log. Times of attempts are real time: retries do not follow the business clock.
create table webhook_delivery (
  id              uuid        not null constraint webhook_delivery_key primary key,
  webhook_id      uuid        not null constraint delivery_goes_to_a_webhook references webhook on delete cascade,
  event_id        uuid        not null,
  type            text        not null,
  organisation_id uuid        not null,
  payload         text        not null,
  status          text        not null,
  attempts        integer     not null,
  next_attempt_at timestamptz,
  claimed_until   timestamptz,
  last_attempt_at timestamptz,
  last_code       integer,
  last_fault      text,
  delivered_at    timestamptz,
  created_at      timestamptz not null,
  constraint one_delivery_per_webhook_and_event unique (webhook_id, event_id)
);
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where status = 'PENDING';
create index webhook_delivery_held on webhook_delivery (webhook_id) where status = 'HELD';
create index webhook_delivery_by_age on webhook_delivery (created_at);
