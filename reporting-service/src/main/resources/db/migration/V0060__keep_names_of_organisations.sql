-- What organisations were called and whom they stood under, so that a paper of 2024 carries the names of 2024.
create table organisation_name (
  organisation_id uuid not null,
  valid_from      date not null,
  valid_to        date,
  name            text not null,
  parent_id       uuid,
  hierarchy       text not null,
  constraint one_name_per_first_day_of_an_organisation unique (organisation_id, valid_from)
);
