create table idempotency_key (
  actor       text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      integer     not null default 0,
  headers     text        not null default '',
  body        bytea,
  created_at  timestamptz not null default now(),
  constraint one_answer_per_idempotency_key primary key (actor, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

create table audit_record (
  id             uuid        not null constraint audit_record_key primary key,
  xid            bigint      not null default (pg_current_xact_id()::text)::bigint,
  actor          text        not null,
  post_id        uuid,
  action         text        not null,
  subject_type   text        not null,
  subject_id     uuid        not null,
  state_before   text,
  state_after    text,
  correlation_id text,
  remote_address text,
  happened_at    timestamptz not null,
  recorded_at    timestamptz not null default now()
);
create index audit_record_by_transaction on audit_record (xid);
create index audit_record_by_subject on audit_record (subject_id, id);

create table audit_segment (
  number    bigint      not null constraint audit_segment_key primary key,
  from_xid  bigint      not null,
  to_xid    bigint      not null,
  records   bigint      not null,
  hash      bytea       not null,
  sealed_at timestamptz not null default now(),
  constraint one_segment_per_border unique (from_xid)
);

create function audit_digest(r audit_record) returns bytea language sql stable
  return sha256(convert_to(jsonb_build_array(r.id, r.xid, r.actor, r.post_id, r.action, r.subject_type, r.subject_id,
    r.state_before, r.state_after, r.correlation_id, r.remote_address,
    extract(epoch from r.happened_at), extract(epoch from r.recorded_at))::text, 'UTF8'));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_record_is_append_only before update or delete on audit_record
  for each row execute function refuse_change();
create trigger audit_record_is_not_truncated before truncate on audit_record
  for each statement execute function refuse_change();
create trigger audit_segment_is_append_only before update or delete on audit_segment
  for each row execute function refuse_change();
create trigger audit_segment_is_not_truncated before truncate on audit_segment
  for each statement execute function refuse_change();
