-- A campaign that is closed, or over, can be open again for the members of one unit until a day. What a duty says for
-- itself is kept beside what holds by that.
create table known_reopening (
  campaign_id     uuid        not null,
  organisation_id uuid        not null,
  until           date        not null,
  ends_at         timestamptz not null,
  followed        boolean     not null default false,
  constraint one_reopening_per_unit primary key (campaign_id, organisation_id)
);
create index known_reopening_to_follow on known_reopening (campaign_id, organisation_id) where not followed;
alter table duty
  add column own_due_day    date,
  add column own_due_at     timestamptz,
  add column reopened_until date;
update duty set own_due_day = due_day, own_due_at = due_at where kind = 'REGISTRATION';
