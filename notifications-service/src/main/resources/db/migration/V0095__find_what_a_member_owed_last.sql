-- Tells where a member belongs: where it has owed last.
create index duty_of_member on duty (member_id, id) where member_id is not null;
