-- What a reminder says about the document behind a duty: no more than its number, its title and its deadline's words.
create table known_plan (
  id     uuid not null constraint known_plan_key primary key,
  number text,
  symbol text,
  title  text not null
);

create table known_obligation (
  id               uuid not null constraint known_obligation_key primary key,
  plan_id          uuid not null,
  subject          text,
  deadline_type    text,
  deadline_phrase  text,
  deadline_reading text
);

create table known_campaign (
  id     uuid    not null constraint known_campaign_key primary key,
  title  text,
  closed boolean not null
);
