-- The nominations that count to an obligation of an organisation now; the newest event of each decides.
create table counted_nomination (
  id              uuid        not null constraint counted_nomination_key primary key,
  organisation_id uuid        not null,
  obligation_id   uuid        not null,
  receipt         timestamptz not null
);
create index counted_nomination_by_debt on counted_nomination (obligation_id, organisation_id);
