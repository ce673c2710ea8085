-- That a member owes no registration in a campaign: by the rule of the plan, or by a decision of the cell.
create table exemption (
  id                uuid   not null constraint exemption_key primary key,
  version           bigint not null,
  registration_id   uuid   not null,
  campaign_id       uuid   not null,
  member_id         uuid   not null,
  basis             text   not null,
  ground            text   not null,
  decision_number   text,
  decided_on        date,
  review_on         date,
  exempted_at       timestamptz not null,
  ended_at          timestamptz,
  end_kind          text,
  end_reason        text,
  constraint decision_has_number_and_date check (basis <> 'DECISION' or (decision_number is not null and decided_on is not null)),
  constraint exemption_is_reviewed_after_its_decision check (review_on > decided_on)
);
create unique index one_exemption_per_registration on exemption (registration_id) where ended_at is null;
create index exemption_by_campaign on exemption (campaign_id, id);
create index exemption_by_member on exemption (member_id) where ended_at is null and basis = 'DECISION';

-- What the registration's event tells of it.
alter table registration
  add column exempt_basis           text,
  add column exempt_ground          text,
  add column exempt_decision_number text,
  add column exempt_decided_on      date,
  add column exempt_review_on       date;

insert into exemption (id, version, registration_id, campaign_id, member_id, basis, ground, exempted_at)
select uuidv7(), 0, r.id, r.campaign_id, r.member_id, 'RULE', m.status, r.exempted_at
  from registration r join member m on m.id = r.member_id
 where r.exempted_at is not null and r.status <> 'ACCEPTED';
update registration r set exempt_basis = e.basis, exempt_ground = e.ground from exemption e where e.registration_id = r.id;
