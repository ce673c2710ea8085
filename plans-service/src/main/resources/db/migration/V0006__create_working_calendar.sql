create table working_calendar (
  id      uuid   not null constraint working_calendar_key primary key,
  version bigint not null,
  code    text   not null,
  constraint one_calendar_per_code unique (code)
);

create table calendar_day (
  calendar_id uuid not null constraint day_belongs_to_a_calendar references working_calendar,
  day         date not null,
  kind        text not null,
  name        text not null,
  source      text not null,
  constraint one_entry_per_day primary key (calendar_id, day)
);
