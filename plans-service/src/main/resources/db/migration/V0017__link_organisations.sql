create table organisation_link (
  id              uuid   not null constraint organisation_link_key primary key,
  version         bigint not null,
  organisation_id uuid   not null constraint link_starts_at_an_organisation references organisation,
  target_id       uuid   not null constraint link_leads_to_an_organisation references organisation,
  type            text   not null,
  valid_from      date   not null,
  valid_to        date,
  constraint link_leads_elsewhere check (organisation_id <> target_id),
  constraint link_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index organisation_link_of on organisation_link (organisation_id, id);
create index organisation_link_to on organisation_link (target_id);
alter table organisation_link
  add constraint one_link_per_type_and_time exclude using gist (
    int8range(uuid_hash_extended(organisation_id, uuid_hash_extended(target_id, hashtextextended(type, 0))),
      uuid_hash_extended(organisation_id, uuid_hash_extended(target_id, hashtextextended(type, 0))), '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&);
