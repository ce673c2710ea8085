alter table assignment
  add column transferred_at                 timestamptz,
  add column transferred_to_organisation_id uuid,
  add column transferred_to_assignment_id   uuid constraint transfer_leads_to_an_assignment references assignment deferrable initially deferred,
  add column transferred_from_assignment_id uuid constraint transfer_comes_from_an_assignment references assignment deferrable initially deferred,
  add constraint transfer_names_where_it_leads check (
    (transferred_at is null) = (transferred_to_organisation_id is null)
    and (transferred_at is null) = (transferred_to_assignment_id is null)),
  add constraint transfer_leads_elsewhere check (transferred_to_organisation_id <> organisation_id);
