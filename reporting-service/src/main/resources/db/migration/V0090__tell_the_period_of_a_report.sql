-- The period that a report is for, whatever its deadline looks like: "before 29/2/2024" and "in April 2024" both ask for
-- what is of the year 2024. Only reports of months, quarters and weeks, and halves of a year that no form names, are
-- told apart by the label of the occurrence; what names no period is of the year of its last day on time.
alter table report add column period text generated always as (
  case
    when occurrence ~ '^[0-9]{4}-([0-9]{4}|W[0-9]{2})$' then occurrence
    when occurrence ~ '^[0-9]{4}(-((0[1-9]|1[0-2])|Q[1-4]|H[12]))?$' then
      case when form in ('MONTHLY', 'QUARTERLY') then occurrence
           when occurrence ~ 'H' and coalesce(form, '') not in ('SIX_MONTH', 'SECOND_HALF') then occurrence
           else left(occurrence, 4) end
    when due_at is null then occurrence
    else extract(year from (due_at at time zone 'Asia/Ho_Chi_Minh') - interval '1 microsecond')::text
  end) stored;

drop index report_by_period;
drop index report_by_recipient_and_period;
create index report_by_period on report (organisation_id, kind, period);
create index report_by_recipient_and_period on report (recipient_organisation_id, kind, period);
