-- What somebody owes: an assignment of an organisation, or a registration of a member.
create table duty (
  id                uuid    not null constraint duty_key primary key,
  kind              text    not null,
  plan_id           uuid    not null,
  obligation_id     uuid    not null,
  campaign_id       uuid,
  member_id         uuid,
  organisation_id   uuid    not null,
  organisation_path text collate "C",
  obligation_kind   text,
  subject           text,
  occurrence        text,
  due_day           date,
  due_at            timestamptz,
  outcome           text    not null,
  campaign_closed   boolean not null default false
);
create index duty_by_place on duty (due_day, organisation_path, id);
create index duty_without_place on duty (id) where organisation_path is null;
create index duty_by_campaign on duty (campaign_id, campaign_closed);
