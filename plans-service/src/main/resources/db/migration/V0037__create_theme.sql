create table theme (
  id                uuid    not null constraint theme_key primary key,
  version           bigint  not null,
  scope             text    not null,
  title             text    not null,
  year_from         integer not null,
  year_to           integer not null,
  organisation_id   uuid    not null constraint theme_is_given_out_by_an_organisation references organisation,
  organisation_path text collate "C" not null,
  plan_id           uuid    constraint own_theme_is_allowed_by_a_plan references plan,
  created_at        timestamptz not null,
  constraint own_theme_alone_names_a_plan check ((scope = 'OWN') = (plan_id is not null))
);
create unique index one_term_theme_per_term_and_issuer on theme (organisation_id, year_from) where scope = 'TERM';
create unique index one_annual_theme_per_year_and_issuer on theme (organisation_id, year_from) where scope = 'ANNUAL';
create unique index one_own_theme_per_unit_plan_and_year on theme (organisation_id, plan_id, year_from) where scope = 'OWN';
create index theme_by_organisation on theme (organisation_path, id);
