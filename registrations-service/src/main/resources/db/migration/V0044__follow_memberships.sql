-- Members whose memberships or status changed, and the day from which that counts. A trigger keeps it whatever writes
-- members: screens, imports, successions. The roster of an open campaign follows in batches.
create table membership_look (
  member_id uuid not null,
  look_on   date not null,
  constraint membership_look_key primary key (look_on, member_id)
);

create function look_at_memberships() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into membership_look (member_id, look_on)
    select distinct member_id, date '-infinity' from gone on conflict do nothing;
  else
    insert into membership_look (member_id, look_on)
    select member_id, valid_from from come
    union
    select member_id, valid_to + 1 from come where valid_to is not null
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger membership_comes after insert on membership
  referencing new table as come for each statement execute function look_at_memberships();
create trigger membership_changes after update on membership
  referencing new table as come for each statement execute function look_at_memberships();
create trigger membership_goes after delete on membership
  referencing old table as gone for each statement execute function look_at_memberships();

create function look_at_member() returns trigger language plpgsql as $$
begin
  insert into membership_look (member_id, look_on) values (new.id, date '-infinity') on conflict do nothing;
  return null;
end $$;
create trigger member_status_changes after update of status on member
  for each row when (old.status is distinct from new.status) execute function look_at_member();
