create table obligation_coverage (
  obligation_id uuid    not null constraint one_coverage_per_obligation primary key references obligation,
  plan_id       uuid    not null,
  origin_id     uuid    not null,
  bound         integer not null,
  serving       integer not null,
  bound_up_to   text    not null collate "C",
  complete      boolean not null
);
create index obligation_coverage_by_origin on obligation_coverage (origin_id, obligation_id);
create index obligation_coverage_to_complete on obligation_coverage (plan_id) where not complete;

create table obligation_binding (
  obligation_id     uuid    not null constraint binding_is_of_an_obligation references obligation,
  organisation_id   uuid    not null constraint binding_is_of_an_organisation references organisation,
  organisation_path text    not null collate "C",
  origin_id         uuid    not null,
  serving           integer not null,
  constraint one_binding_per_organisation primary key (obligation_id, organisation_id)
);
create index obligation_binding_by_path on obligation_binding (obligation_id, organisation_path);
create index obligation_binding_unserved on obligation_binding (obligation_id, organisation_path) where serving = 0;
create index obligation_binding_of_organisation on obligation_binding (organisation_id, obligation_id);
create index obligation_binding_by_origin on obligation_binding (origin_id, organisation_id);

create table serving_item (
  item_id         uuid not null,
  origin_id       uuid not null,
  plan_id         uuid not null constraint item_is_part_of_a_plan references plan,
  organisation_id uuid not null,
  constraint one_service_per_item primary key (item_id, origin_id)
);
create index serving_item_of_plan on serving_item (plan_id);
create index serving_item_by_origin on serving_item (origin_id, organisation_id);

-- Plans issued before are bound by the background task too.
insert into plan_receipt_tally (plan_id, bound, received, complete)
  select id, 0, 0, false from plan where issued_at is not null;
insert into obligation_coverage (obligation_id, plan_id, origin_id, bound, serving, bound_up_to, complete)
  select o.id, o.plan_id, o.origin_id, 0, 0, '', false from obligation o join plan p on p.id = o.plan_id
   where p.issued_at is not null;
