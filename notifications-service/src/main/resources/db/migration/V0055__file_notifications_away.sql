-- What a person has seen, put aside for a while, or filed away; and lists of what was served, by organisation.
alter table notification
  add column seen_at       timestamptz,
  add column snoozed_until timestamptz,
  add column archived_at   timestamptz;
create index notification_unseen on notification (recipient_issuer, recipient_subject) where seen_at is null;
create index notification_of_organisation on notification (organisation_id, position);
