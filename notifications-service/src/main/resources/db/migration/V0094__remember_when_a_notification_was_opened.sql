-- When it was first read stays, as evidence, also when its recipient puts it aside and has it back unread.
alter table notification add column opened_at timestamptz;
update notification set opened_at = read_at where read_at is not null;
