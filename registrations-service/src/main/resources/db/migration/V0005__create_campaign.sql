-- A campaign is announced before its occurrence is known; the first assignment names it.
create table campaign (
  id                uuid   not null constraint campaign_key primary key,
  version           bigint not null,
  plan_id           uuid   not null,
  obligation_id     uuid   not null,
  occurrence        text,
  organisation_id   uuid   not null,
  organisation_path text collate "C",
  form              text,
  title             text   not null,
  exempt_statuses   text[] not null,
  status            text   not null,
  opens_on          date,
  due_at            timestamptz,
  announced_at      timestamptz not null,
  opened_at         timestamptz,
  roster_on         date,
  roster_frozen_at  timestamptz,
  closed_at         timestamptz,
  constraint one_campaign_per_occurrence unique nulls not distinct (obligation_id, occurrence)
);
create index campaign_by_plan on campaign (plan_id);
create index campaign_by_path on campaign (organisation_path, id);
create index campaign_without_path on campaign (id) where organisation_path is null;

-- An organisation that owes a campaign; its id is that of the assignment. folded_path is the path under which its
-- numbers stand in the sums of its ancestors: it follows the path of the organisation when these have been moved.
create table campaign_unit (
  id                uuid not null constraint campaign_unit_key primary key,
  version           bigint not null default 0,
  plan_id           uuid not null,
  obligation_id     uuid not null,
  occurrence        text not null,
  campaign_id       uuid,
  organisation_id   uuid not null,
  organisation_path text collate "C",
  folded_path       text collate "C",
  opens_on          date,
  due_at            timestamptz,
  closed_at         timestamptz,
  dates_pending     boolean not null default false,
  roster_cursor     uuid,
  roster_frozen_at  timestamptz
);
create index campaign_unit_by_path on campaign_unit (campaign_id, organisation_path);
create index campaign_unit_by_organisation on campaign_unit (organisation_id, campaign_id);
create index campaign_unit_by_reach on campaign_unit (organisation_path, campaign_id);
create index campaign_unit_without_path on campaign_unit (id) where organisation_path is null;
create index campaign_unit_without_campaign on campaign_unit (obligation_id) where campaign_id is null;
create index campaign_unit_to_freeze on campaign_unit (campaign_id, id) where roster_frozen_at is null and closed_at is null;
create index campaign_unit_to_date on campaign_unit (id) where dates_pending;
create index campaign_unit_to_move on campaign_unit (id) where folded_path <> organisation_path;
