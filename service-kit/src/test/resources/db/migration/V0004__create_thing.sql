create table thing (
  id                uuid   not null constraint thing_key primary key,
  version           bigint not null,
  organisation_id   uuid   not null,
  organisation_path text collate "C" not null,
  label             text   not null,
  constraint one_thing_per_label unique (label)
);

create table seen_plan (
  id     uuid   not null constraint seen_plan_key primary key,
  title  text   not null,
  times  bigint not null,
  states text   not null default ''
);
