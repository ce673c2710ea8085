alter table plan
  add column recalled_at      timestamptz,
  add column recall_reason    text,
  add column superseded_at    timestamptz,
  add column superseded_by_id uuid constraint plan_is_superseded_by_a_plan references plan,
  add column amends_id        uuid constraint plan_amends_a_plan references plan,
  add column rolled_from_id   uuid constraint plan_is_rolled_forward_from_a_plan references plan,
  add constraint plan_ends_once check (num_nonnulls(closed_at, recalled_at, superseded_at) <= 1);
create unique index one_issued_amendment_per_plan on plan (amends_id) where issued_at is not null;
create index plan_by_amended on plan (amends_id) where amends_id is not null;
