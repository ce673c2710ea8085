alter table organisation_period add column code text;
update organisation_period p set code = (select o.code from organisation o where o.id = p.organisation_id);
alter table organisation_period alter column code set not null;

create index organisation_period_of_organisation on organisation_period (organisation_id, valid_from);
create index organisation_period_by_parent on organisation_period (parent_id) where valid_to is null;

alter table organisation_period
  add constraint periods_of_an_organisation_do_not_overlap exclude using gist (
    int8range(uuid_hash_extended(organisation_id, 0), uuid_hash_extended(organisation_id, 0), '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred;
