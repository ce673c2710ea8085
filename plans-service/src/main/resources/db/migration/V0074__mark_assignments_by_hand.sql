alter table assignment
  add column by_hand_at      timestamptz,
  add column by_hand_receipt timestamptz,
  add column stated_on       date,
  add column evidence        text,
  add constraint mark_by_hand_has_a_receipt check ((by_hand_at is null) = (by_hand_receipt is null));

alter table assignment alter column stage set expression as (
  case
    when transferred_at is not null then 'TRANSFERRED'
    when waived_at is not null then 'WAIVED'
    when (accepted or by_hand_at is not null)
      and least(case when accepted then received_at end, by_hand_receipt) >= due_at then 'DONE_LATE'
    when accepted or by_hand_at is not null then 'DONE'
    when received_at is not null then 'SUBMITTED'
    when returned_receipt < due_at and returned_until > due_at then 'RETURNED'
    else 'OPEN'
  end);
