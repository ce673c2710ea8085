create table activity_party (
  activity_id       uuid not null constraint party_is_of_an_activity references activity,
  relation          text not null,
  organisation_id   uuid not null constraint party_is_an_organisation references organisation,
  organisation_path text collate "C" not null,
  role              text
);
create index activity_party_by_activity on activity_party (activity_id);
create index activity_party_by_organisation on activity_party (organisation_path, activity_id);
