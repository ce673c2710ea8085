-- Whoever owed in a unit only until it was waived leaves its roster, and comes back when it is waived no more.
create function look_at_members_of_unit() returns trigger language plpgsql as $$
begin
  insert into membership_look (member_id, look_on)
  select member_id, date '-infinity' from registration where unit_id = new.id order by member_id
  on conflict (look_on, member_id) do update set look_on = excluded.look_on;
  return null;
end $$;
create trigger campaign_unit_is_waived after update of waived_at on campaign_unit
  for each row when (old.waived_at is distinct from new.waived_at) execute function look_at_members_of_unit();

insert into membership_look (member_id, look_on)
select r.member_id, date '-infinity' from registration r join campaign_unit u on u.id = r.unit_id
 where u.waived_at is not null
on conflict do nothing;
