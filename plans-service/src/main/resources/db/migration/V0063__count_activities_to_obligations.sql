create table activity_obligation (
  activity_id   uuid not null constraint count_is_of_an_activity references activity,
  obligation_id uuid not null constraint activity_counts_to_an_obligation references obligation,
  assignment_id uuid constraint activity_counts_to_an_assignment references assignment,
  constraint one_count_per_obligation primary key (activity_id, obligation_id)
);
create index activity_obligation_by_obligation on activity_obligation (obligation_id, activity_id);
insert into activity_obligation (activity_id, obligation_id, assignment_id)
select a.id, o.id, (select s.id from assignment s
                     where s.obligation_id = o.id and s.id::text = any (string_to_array(a.counted_for, ' ')) limit 1)
  from activity a join obligation o on o.id::text = any (string_to_array(a.obligations, ' '));
alter table activity drop column counted_for, drop column obligations;
create index activity_by_day on activity (organisation_path, held_on);
