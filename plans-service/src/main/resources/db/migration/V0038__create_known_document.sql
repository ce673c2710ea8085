create table known_document (
  id                uuid   not null constraint known_document_key primary key,
  version           bigint not null,
  organisation_id   uuid   not null constraint known_document_is_kept_by_an_organisation references organisation,
  organisation_path text collate "C" not null,
  type              text   not null,
  number            text   not null,
  symbol            text   not null,
  number_key        text   not null,
  issue_date        date   not null,
  issuer            text   not null,
  issuer_key        text   not null,
  title             text   not null,
  valid_from        date,
  valid_to          date,
  replaced_by_id    uuid   constraint known_document_is_replaced_by_a_known_document references known_document,
  constraint one_known_document_per_identity unique (organisation_id, number_key, issue_date, issuer_key)
);
create index known_document_by_organisation on known_document (organisation_path, id);
create index known_document_by_number on known_document (number_key, organisation_path);
