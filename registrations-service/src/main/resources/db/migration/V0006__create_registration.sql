-- No index names the status or the text, and pages keep room: a submission changes its row in place (heap-only update).
create table registration (
  id                uuid   not null constraint registration_key primary key,
  version           bigint not null,
  campaign_id       uuid   not null,
  plan_id           uuid   not null,
  obligation_id     uuid   not null,
  unit_id           uuid   not null,
  member_id         uuid   not null,
  organisation_id   uuid   not null,
  organisation_ids  uuid[] not null,
  status            text   not null,
  owed_at           timestamptz not null,
  due_at            timestamptz,
  received_at       timestamptz,
  counted_at        timestamptz,
  submitted_at      timestamptz,
  accepted_at       timestamptz,
  returned_at       timestamptz,
  returned_until    date,
  return_reason     text,
  exempted_at       timestamptz,
  study             text,
  follow            text,
  exemplary_conduct text,
  constraint one_registration_per_member_and_campaign unique (member_id, campaign_id)
) with (fillfactor = 70);
create index registration_by_campaign on registration (campaign_id, id);
create index registration_by_unit on registration (unit_id);

-- Every organisation that reviews a registration: the unit that owes it and the member's other units.
create table registration_reviewer (
  registration_id   uuid not null,
  organisation_id   uuid not null,
  campaign_id       uuid not null,
  organisation_path text collate "C" not null,
  constraint registration_reviewer_key primary key (registration_id, organisation_id)
);
create index registration_reviewer_by_campaign on registration_reviewer (campaign_id, organisation_path, registration_id);
create index registration_reviewer_by_path on registration_reviewer (organisation_path, registration_id);
