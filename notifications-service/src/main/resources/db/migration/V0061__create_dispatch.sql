-- One row per notification and channel, kept as evidence; ids alone, the account is known by a key that does not name it.
-- not_before and digest_at are business time. Attempts are real time: retries do not follow the business clock.
create table dispatch (
  id              uuid        not null constraint dispatch_key primary key,
  notification_id uuid        not null,
  channel         text        not null,
  category        text        not null,
  tenant_id       uuid        not null,
  recipient_key   uuid        not null,
  mandatory       boolean     not null,
  only_if_unread  boolean     not null,
  not_before      timestamptz not null,
  digest_at       timestamptz,
  state           text        not null,
  reason          text,
  message_id      uuid,
  external_id     text,
  address_hash    text,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until   timestamptz,
  last_attempt_at timestamptz,
  sent_at         timestamptz,
  ended_at        timestamptz,
  created_at      timestamptz not null,
  constraint one_dispatch_per_notification_and_channel unique (notification_id, channel)
);
create index dispatch_due on dispatch (channel, tenant_id, mandatory, not_before, id) where state = 'PLANNED';
create index dispatch_digest on dispatch (recipient_key, digest_at) where state = 'PLANNED' and digest_at is not null;
create index dispatch_by_message on dispatch (message_id) where message_id is not null;

-- How much has gone out for a tenant in the minute (real time) and on the day (business time) of its last message.
create table dispatch_usage (
  tenant_id uuid        not null constraint dispatch_usage_key primary key,
  minute    timestamptz not null,
  in_minute integer     not null,
  day       date        not null,
  on_day    integer     not null
);

-- What a provider has taken of a daily quota.
create table channel_quota (
  name text    not null,
  day  date    not null,
  used integer not null,
  constraint channel_quota_key primary key (name, day)
);
