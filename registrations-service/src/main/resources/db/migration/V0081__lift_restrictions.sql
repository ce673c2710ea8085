-- A restriction ends when what justified it does; who ended it, when and why stands with the request that set it.
alter table data_subject_request
  add column lifted_at timestamptz,
  add column lifting_reason text;
