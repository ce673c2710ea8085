create index assignment_by_recipient on assignment (recipient_organisation_id) where recipient_organisation_id is not null;
create index assignment_by_via on assignment (via_organisation_id) where via_organisation_id is not null;
