alter table calendar_day
  add column decision_number text,
  add column decision_date   date,
  add column decision_issuer text,
  add column decision_title  text;
