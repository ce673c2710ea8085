alter table organisation
  add column longest_extension_days integer,
  add constraint extension_limit_is_not_negative check (longest_extension_days >= 0);
