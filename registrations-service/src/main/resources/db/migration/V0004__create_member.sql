-- The card number is held as a keyed hash only: it finds a duplicate, nobody reads it back.
create table member (
  id               uuid   not null constraint member_key primary key,
  version          bigint not null,
  name             text   not null,
  name_key         text collate "C" not null,
  birth_date       date   not null,
  category         text   not null,
  status           text   not null,
  language         text   not null,
  email            text,
  phone            text,
  identity_issuer  text,
  identity_subject text,
  card_hash        bytea,
  constraint one_member_per_identity unique (identity_issuer, identity_subject),
  constraint one_member_per_card_number unique (card_hash),
  constraint identity_has_issuer_and_subject check ((identity_issuer is null) = (identity_subject is null))
);

-- The first membership (ordinal 0) is the unit that keeps the member's registrations.
create table membership (
  member_id         uuid    not null constraint membership_belongs_to_member references member,
  ordinal           integer not null,
  organisation_id   uuid    not null,
  organisation_path text collate "C" not null,
  valid_from        date    not null,
  valid_to          date,
  constraint membership_key primary key (member_id, ordinal),
  constraint membership_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index membership_by_organisation on membership (organisation_id, member_id);
create index membership_by_path on membership (organisation_path, member_id);
