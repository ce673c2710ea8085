-- Who advises on an obligation or coordinates it sees it once it is issued, and what is owed of it (relations of a plan).
create table obligation_party (
  obligation_id     uuid not null constraint party_belongs_to_an_obligation references obligation on delete cascade,
  organisation_id   uuid not null constraint party_is_an_organisation references organisation,
  relation          text not null,
  plan_id           uuid not null constraint party_reads_a_plan references plan,
  organisation_path text collate "C" not null,
  plan_path         text collate "C" not null,
  constraint one_party_per_relation primary key (obligation_id, organisation_id, relation)
);
create index obligation_party_by_path on obligation_party (organisation_path, obligation_id);
create index obligation_party_by_plan on obligation_party (plan_id, organisation_path);

insert into obligation_party (obligation_id, organisation_id, relation, plan_id, organisation_path, plan_path)
select distinct o.id, named.organisation_id, named.relation, o.plan_id, r.path, p.organisation_path
  from obligation o
  join plan p on p.id = o.plan_id
 cross join lateral (
   select (o.words::jsonb ->> 'adviserOrganisationId')::uuid, 'ADVISER'
    union all
   select coordinator.id::uuid, 'COORDINATOR'
     from jsonb_array_elements_text(case jsonb_typeof(o.words::jsonb -> 'coordinatorOrganisationIds')
       when 'array' then o.words::jsonb -> 'coordinatorOrganisationIds' else '[]' end) as coordinator (id)
   ) as named (organisation_id, relation)
  join reach_organisation r on r.id = named.organisation_id
 where o.words is not null;
