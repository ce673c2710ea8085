alter table plan
  add column adopted_by_body         text,
  add column adopted_on              date,
  add column votes_present           integer,
  add column votes_in_favour         integer,
  add column votes_against           integer,
  add column votes_abstained         integer,
  add column adoption_minutes_number text,
  add constraint votes_add_up_to_those_present check (votes_in_favour + votes_against + votes_abstained = votes_present),
  add constraint adoption_needs_a_majority check (votes_in_favour * 2 > votes_present);
