-- Events for webhooks whose organisation has not arrived yet; nobody can say yet which webhooks they are for.
create table webhook_event (
  event_id        uuid        not null constraint webhook_event_key primary key,
  type            text        not null,
  organisation_id uuid        not null,
  payload         text        not null,
  created_at      timestamptz not null
);
create index webhook_event_by_organisation on webhook_event (organisation_id);
