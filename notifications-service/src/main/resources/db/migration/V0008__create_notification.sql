create table notification (
  id                uuid        not null constraint notification_key primary key,
  version           bigint      not null,
  position          bigint      generated always as identity,
  reminder_id       uuid        not null,
  recipient_issuer  text        not null,
  recipient_subject text        not null,
  post_id           uuid,
  member_id         uuid,
  duty_id           uuid        not null,
  duty_kind         text        not null,
  plan_id           uuid        not null,
  obligation_id     uuid        not null,
  campaign_id       uuid,
  organisation_id   uuid        not null,
  rung              integer     not null,
  due_day           date        not null,
  escalated         boolean     not null,
  language          text        not null,
  title             text        not null,
  text              text        not null,
  delivered_at      timestamptz not null,
  read_at           timestamptz,
  acknowledged_at   timestamptz,
  acknowledgement   text,
  reason            text,
  resolved_at       timestamptz,
  constraint one_notification_per_reminder_and_recipient unique (reminder_id, recipient_issuer, recipient_subject)
);
create unique index notification_position on notification (position);
create index notification_of_recipient on notification (recipient_issuer, recipient_subject, position);
create index notification_unread on notification (recipient_issuer, recipient_subject) where read_at is null;
create index notification_unresolved on notification (duty_id) where resolved_at is null;
create index notification_of_member on notification (member_id) where member_id is not null;
