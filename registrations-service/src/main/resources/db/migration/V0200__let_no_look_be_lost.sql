-- A look that waits already is held by whoever changes the same member again, until the change can be seen: the roster
-- takes only looks that nobody holds. In the order of the key, so that two who hold several do not wait crosswise.
create or replace function look_at_memberships() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into membership_look (member_id, look_on)
    select distinct member_id, date '-infinity' from gone order by member_id
    on conflict (look_on, member_id) do update set look_on = excluded.look_on;
  else
    insert into membership_look (member_id, look_on)
    select member_id, valid_from from come
    union
    select member_id, valid_to + 1 from come where valid_to is not null
    order by 2, 1
    on conflict (look_on, member_id) do update set look_on = excluded.look_on;
  end if;
  return null;
end $$;

create or replace function look_at_member() returns trigger language plpgsql as $$
begin
  insert into membership_look (member_id, look_on) values (new.id, date '-infinity')
  on conflict (look_on, member_id) do update set look_on = excluded.look_on;
  return null;
end $$;
