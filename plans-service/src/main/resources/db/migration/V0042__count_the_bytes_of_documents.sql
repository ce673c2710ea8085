create table document_usage (
  organisation_id uuid   not null constraint one_usage_per_organisation primary key
                  constraint usage_is_of_an_organisation references organisation,
  bytes           bigint not null,
  constraint usage_is_not_negative check (bytes >= 0)
);
