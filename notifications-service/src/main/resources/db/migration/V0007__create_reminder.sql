create table reminder (
  id         uuid        not null constraint reminder_key primary key,
  duty_id    uuid        not null,
  rung       integer     not null,
  due_day    date        not null,
  fires_at   timestamptz not null,
  status     text        not null,
  attempts   integer     not null default 0,
  retry_at   timestamptz,
  settled_at timestamptz,
  constraint one_reminder_per_rung unique (duty_id, rung, due_day)
);
create index reminder_that_waits on reminder (fires_at, id) where status = 'PLANNED';
create index reminder_without_recipient on reminder (retry_at) where status = 'UNADDRESSED';
create index reminder_passed_over on reminder (fires_at) where status = 'SUPERSEDED';
