-- Events that wait to be sent. The columns id to payload are those that Debezium's outbox router reads.
create table outbox (
  position       bigint generated always as identity constraint outbox_key primary key,
  id             uuid        not null,
  aggregatetype  text        not null,
  aggregateid    text        not null,
  type           text        not null,
  payload        bytea       not null,
  sequence       bigint      not null,
  epoch          integer     not null,
  source         text        not null,
  correlation_id text,
  occurred_at    timestamptz not null,
  stored_at      timestamptz not null default now()
);

-- The newest state taken of each aggregate of other services.
create table inbox (
  topic       text        not null,
  aggregateid text        not null,
  epoch       integer     not null,
  sequence    bigint      not null,
  event_id    uuid        not null,
  received_at timestamptz not null default now(),
  constraint one_state_per_aggregate primary key (topic, aggregateid)
);

create table dead_letter (
  id               bigint generated always as identity constraint dead_letter_key primary key,
  topic            text        not null,
  partition_number integer     not null,
  record_offset    bigint      not null,
  record_key       text,
  headers          text        not null,
  payload          bytea,
  reason           text        not null,
  received_at      timestamptz not null default now(),
  replayed_at      timestamptz,
  constraint one_dead_letter_per_record unique (topic, partition_number, record_offset)
);
