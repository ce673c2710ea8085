-- Roll-ups, recalls and broadcasts are no rung of one duty. What may go through channels that others read along is
-- kept beside the full text.
alter table notification
  alter column plan_id drop not null,
  alter column obligation_id drop not null,
  alter column rung drop not null,
  alter column due_day drop not null,
  add column thin_text text;
