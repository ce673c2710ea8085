-- Without days of grace, what comes late is taken until the campaign is closed.
alter table campaign
  add column form_version_id uuid not null default '0190f000-0000-7000-8000-000000000001',
  add column grace_days integer,
  add column closed_with_plan boolean not null default false,
  add constraint grace_has_days check (grace_days between 0 and 366);
update campaign set form_version_id = '0190f000-0000-7000-8000-000000000002' where form = 'PERSONAL_PLAN';
alter table campaign alter column form_version_id drop default;

-- A unit may write again until a day, whatever ended it: the dates, the grace or the closing of the campaign.
create table campaign_reopening (
  campaign_id     uuid not null constraint campaign_reopening_belongs_to_campaign references campaign,
  ordinal         integer not null,
  unit_id         uuid not null,
  organisation_id uuid not null,
  until           date not null,
  reason          text not null,
  reopened_at     timestamptz not null,
  constraint campaign_reopening_key primary key (campaign_id, ordinal)
);
alter table campaign_unit add column reopened_until date;
