-- An organisation that ended and the one that follows it; the members pass on in batches until none is left.
create table succession (
  organisation_id uuid not null constraint succession_key primary key,
  successor_id    uuid not null,
  ended_on        date not null,
  completed_at    timestamptz
);
create index succession_to_complete on succession (organisation_id) where completed_at is null;
