-- Some members are not where they belong: looks were lost to changes at the same moment, not taken for closed campaigns
-- and units named later, and not asked for at organisations that had ended before. Everybody is looked at once more.
insert into membership_look (member_id, look_on)
select id, date '-infinity' from member where merged_into_id is null and erased_at is null order by id
on conflict do nothing;
