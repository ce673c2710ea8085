-- Codes that an account has sent out since the first one of the last hour, by a key that does not name the account. Real time.
create table contact_code_usage (
  account_key uuid        not null constraint contact_code_usage_key primary key,
  begun_at    timestamptz not null,
  sent        integer     not null
);
