-- What organisations have agreed on with providers of SMS and Zalo messages, and the words that providers have approved.
create table provider_contract (
  id                uuid        not null constraint provider_contract_key primary key,
  version           bigint      not null,
  organisation_id   uuid        not null,
  organisation_path text collate "C" not null,
  channel           text        not null,
  number            text,
  sender            text        not null,
  valid_from        date        not null,
  valid_to          date,
  per_day           integer     not null,
  created_at        timestamptz not null,
  constraint one_provider_contract_per_day unique (organisation_id, channel, valid_from)
);
create index provider_contract_by_path on provider_contract (organisation_path, id);

create table provider_template (
  id           uuid        not null constraint provider_template_key primary key,
  version      bigint      not null,
  contract_id  uuid        not null constraint provider_template_belongs_to_a_contract references provider_contract,
  external_id  text,
  carries      text        not null,
  language     text        not null,
  text         text        not null,
  parameters   text        not null,
  state        text        not null,
  state_at     timestamptz not null,
  state_reason text,
  created_at   timestamptz not null,
  constraint one_provider_template_per_use unique (contract_id, external_id, carries)
);
create index provider_template_of_contract on provider_template (contract_id, id);
