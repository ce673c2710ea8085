-- What a person is, and whether it takes part in activities, from a day on; the member's own row says what holds today.
create table member_standing (
  member_id   uuid        not null constraint standing_belongs_to_member references member,
  valid_from  date        not null,
  category    text        not null,
  status      text        not null,
  decision    text,
  recorded_at timestamptz not null,
  constraint one_standing_per_day primary key (member_id, valid_from)
);
insert into member_standing (member_id, valid_from, category, status, recorded_at)
select m.id, coalesce((select min(s.valid_from) from membership s where s.member_id = m.id), m.birth_date),
       m.category, m.status, m.updated_at
  from member m;
