-- The part of a standing that time does not change: an open assignment is awaited, overdue or undated by its due instant.
alter table assignment add column stage text not null generated always as (
  case
    when transferred_at is not null then 'TRANSFERRED'
    when waived_at is not null then 'WAIVED'
    when accepted and received_at >= due_at then 'DONE_LATE'
    when accepted then 'DONE'
    when received_at is not null then 'SUBMITTED'
    when returned_receipt < due_at and returned_until > due_at then 'RETURNED'
    else 'OPEN'
  end) stored;
