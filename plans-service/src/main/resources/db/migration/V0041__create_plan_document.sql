create table plan_document (
  id              uuid   not null constraint plan_document_key primary key,
  plan_id         uuid   not null constraint document_belongs_to_a_plan references plan,
  organisation_id uuid   not null constraint document_counts_to_an_organisation references organisation,
  file_name       text   not null,
  type            text   not null,
  hash            text   not null constraint document_has_a_stored_content references stored_content,
  size            bigint not null,
  attached_at     timestamptz not null,
  constraint one_document_per_file_name unique (plan_id, file_name)
);
create index plan_document_by_plan on plan_document (plan_id, id);
create index plan_document_by_hash on plan_document (hash);
