-- One message to a superior instead of one for each subordinate that is missing; counted when it fires.
create table roll_up (
  id              uuid        not null constraint roll_up_key primary key,
  plan_id         uuid        not null,
  obligation_id   uuid        not null,
  occurrence      text        not null,
  due_day         date        not null,
  rung            integer     not null,
  organisation_id uuid        not null,
  level           integer     not null,
  roles           text[]      not null,
  fires_at        timestamptz not null,
  status          text        not null,
  attempts        integer     not null default 0,
  retry_at        timestamptz,
  settled_at      timestamptz,
  missing         integer,
  total           integer,
  looked_at       boolean     not null default true,
  resolved_at     timestamptz,
  constraint one_roll_up_per_rung_and_superior
    unique (obligation_id, occurrence, due_day, rung, organisation_id, level)
);
create index roll_up_that_waits on roll_up (fires_at, id) where status = 'PLANNED';
create index roll_up_without_recipient on roll_up (retry_at) where status = 'UNADDRESSED';
create index roll_up_to_look_at on roll_up (id) where not looked_at;
create index roll_up_unresolved on roll_up (obligation_id) where resolved_at is null and status = 'FIRED';

-- Serves the counting.
create index duty_by_obligation on duty (obligation_id, organisation_id) where kind = 'ASSIGNMENT';
