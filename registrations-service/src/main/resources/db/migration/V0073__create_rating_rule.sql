-- Scale and cap of the year-end rating as the regulation in force has them; the one in force on the last day of a year
-- governs its ratings. Grades stand best first; the last one is that of a disqualifying case. Without points there is no
-- min_points. The cap: at most cap_percent of the number rated cap_base in the same peer group, rounded as said.
create table rating_rule (
  id                 uuid    not null constraint rating_rule_key primary key,
  document           text    not null,
  document_date      date    not null,
  in_force_from      date    not null,
  cap_grade          text    not null,
  cap_base           text    not null,
  cap_percent        integer not null,
  raised_cap_percent integer,
  rounding           text    not null,
  constraint one_rating_rule_per_day unique (in_force_from),
  constraint cap_is_a_percentage check (cap_percent between 0 and 100 and coalesce(raised_cap_percent, 100) between cap_percent and 100)
);

create table rating_grade (
  rule_id    uuid    not null constraint rating_grade_belongs_to_rule references rating_rule,
  ordinal    integer not null,
  code       text    not null,
  min_points numeric(5, 2),
  name_vi    text    not null,
  name_en    text    not null,
  constraint rating_grade_key primary key (rule_id, ordinal),
  constraint one_grade_per_code unique (rule_id, code)
);

-- The four grades as they were rated before points came.
insert into rating_rule (id, document, document_date, in_force_from, cap_grade, cap_base, cap_percent, raised_cap_percent, rounding)
values ('00000000-0000-7000-8000-000000000124', '124-QĐ/TW', '2023-10-04', '2023-10-04', 'OUTSTANDING', 'GOOD', 20, null, 'DOWN');
insert into rating_grade (rule_id, ordinal, code, min_points, name_vi, name_en) values
  ('00000000-0000-7000-8000-000000000124', 0, 'OUTSTANDING',   null, 'Hoàn thành xuất sắc nhiệm vụ', 'Outstanding'),
  ('00000000-0000-7000-8000-000000000124', 1, 'GOOD',          null, 'Hoàn thành tốt nhiệm vụ',      'Good'),
  ('00000000-0000-7000-8000-000000000124', 2, 'COMPLETED',     null, 'Hoàn thành nhiệm vụ',          'Completed'),
  ('00000000-0000-7000-8000-000000000124', 3, 'NOT_COMPLETED', null, 'Không hoàn thành nhiệm vụ',    'Not completed');

-- Points out of 100; the competent level may raise the cap for an outstanding organisation.
insert into rating_rule (id, document, document_date, in_force_from, cap_grade, cap_base, cap_percent, raised_cap_percent, rounding)
values ('00000000-0000-7000-8000-000000000366', '366-QĐ/TW', '2025-08-30', '2025-08-30', 'OUTSTANDING', 'GOOD', 20, 25, 'DOWN');
insert into rating_grade (rule_id, ordinal, code, min_points, name_vi, name_en) values
  ('00000000-0000-7000-8000-000000000366', 0, 'OUTSTANDING',   90, 'Hoàn thành xuất sắc nhiệm vụ', 'Outstanding'),
  ('00000000-0000-7000-8000-000000000366', 1, 'GOOD',          70, 'Hoàn thành tốt nhiệm vụ',      'Good'),
  ('00000000-0000-7000-8000-000000000366', 2, 'COMPLETED',     50, 'Hoàn thành nhiệm vụ',          'Completed'),
  ('00000000-0000-7000-8000-000000000366', 3, 'NOT_COMPLETED',  0, 'Không hoàn thành nhiệm vụ',    'Not completed');
