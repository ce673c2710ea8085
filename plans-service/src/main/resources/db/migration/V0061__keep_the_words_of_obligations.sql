alter table obligation add column words text;
alter table obligation add column status text constraint obligation_is_open_or_completed check (status = 'COMPLETED');
