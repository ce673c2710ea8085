-- The days whose data a report covers, of campaigns as well: what is asked for before 5 May covers the time up to 4 May.
-- A window of campaigns stands beside that of the law, for the plan decides which one is meant.
alter table report_regime add column to_period integer not null default 0;

update report_regime set from_month = 1, from_day = 1, from_period = 0, to_month = 5, to_day = 4
 where id = '019100c0-0000-7000-8000-000000000002';
update report_regime set from_month = 1, from_day = 1, from_period = 0, to_month = 11, to_day = 9
 where id = '019100c0-0000-7000-8000-000000000003';
update report_regime set from_month = 1, from_day = 1, from_period = -3, to_month = 12, to_day = 31, to_period = -1
 where id = '019100c0-0000-7000-8000-000000000009';

insert into report_regime (id, kind, form, origin, name_vi, name_en, from_month, from_day, from_period, to_month, to_day,
  due_month, due_day, due_day_excluded, source) values
('019100c0-0000-7000-8000-00000000000d', 'PERIODIC_REPORT', 'NINE_MONTH', 'STATUTORY', 'Báo cáo 9 tháng', 'Nine-month report',
  12, 15, -1, 9, 14, null, null, false, 'Nghị định 09/2019/NĐ-CP'),
('019100c0-0000-7000-8000-00000000000e', 'PERIODIC_REPORT', null, 'CAMPAIGN', 'Báo cáo định kỳ', 'Periodic report',
  null, null, null, null, null, null, null, false, 'The plan that asks for it');
