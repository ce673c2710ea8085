-- Number and symbol as they are compared: without leading zeros, in capitals.
alter table plan add column number_key text;
update plan set number_key = coalesce(nullif(ltrim(number, '0'), ''), '0') || '-' || upper(symbol)
 where number is not null and symbol is not null;
create index plan_by_number on plan (organisation_path, number_key) where number_key is not null;
