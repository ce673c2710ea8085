-- A plan that was recalled: nobody is reminded of it any more, and who was is told so once.
create table plan_recall (
  plan_id         uuid        not null constraint plan_recall_key primary key,
  id              uuid        not null,
  recalled_at     timestamptz not null,
  stopped_to      uuid,
  told_to_issuer  text        not null default '',
  told_to_subject text        not null default '',
  done_at         timestamptz
);
create index plan_recall_to_do on plan_recall (plan_id) where done_at is null;
create index notification_of_plan on notification (plan_id, recipient_issuer, recipient_subject)
  where duty_kind in ('ASSIGNMENT', 'REGISTRATION', 'ROLL_UP');
create index duty_of_plan on duty (plan_id, id);
