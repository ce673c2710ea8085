-- What is published of plans, as far as their papers show it.
create table plan_paper (
  plan_id         uuid    not null constraint plan_paper_key primary key,
  organisation_id uuid    not null,
  sent_to_id      uuid,
  sent_via_id     uuid,
  issued          boolean not null,
  state           text    not null
);
