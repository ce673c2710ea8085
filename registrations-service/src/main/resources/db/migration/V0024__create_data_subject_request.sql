-- What a person asks to have done about its data. The words are the person's own and go when it is erased.
create table data_subject_request (
  id                uuid        not null constraint data_subject_request_key primary key,
  version           bigint      not null,
  member_id         uuid        not null constraint request_is_about_a_member references member,
  organisation_id   uuid        not null,
  organisation_path text collate "C" not null,
  kind              text        not null,
  state             text        not null,
  on_paper          boolean     not null,
  with_processor    boolean     not null,
  wish              text,
  correction        text,
  terms_source      text        not null,
  received_at       timestamptz not null,
  answer_due_at     timestamptz not null,
  execution_due_at  timestamptz not null,
  answered_at       timestamptz,
  reason            text,
  extended_at       timestamptz,
  extension_reason  text,
  closed_at         timestamptz,
  outcome           text
);
create index data_subject_request_by_path on data_subject_request (organisation_path, id);
create index data_subject_request_by_member on data_subject_request (member_id, id);
create index data_subject_request_by_close on data_subject_request (closed_at) where closed_at is not null;

-- What has been gone through for a rule of retention, so that it is not gone through again.
create table retention_mark (
  rule       text        not null,
  subject_id uuid        not null,
  done_at    timestamptz not null,
  constraint one_retention_mark_per_subject primary key (rule, subject_id)
);
create index audit_record_by_subject_and_time on audit_record (subject_id, happened_at);
