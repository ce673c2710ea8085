-- What progress needs to know of plans and campaigns of other services.
create table known_plan (
  id              uuid    not null constraint known_plan_key primary key,
  organisation_id uuid    not null,
  title           text    not null,
  year            integer not null,
  issued          boolean not null
);

create table known_campaign (
  id      uuid not null constraint known_campaign_key primary key,
  due_day date
);
