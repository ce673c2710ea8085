-- How people are reached beside the inbox: what the registrations say of a member, and what accounts add themselves.
-- A code that confirms an address is kept as a hash.
alter table member_contact
  add column email            text,
  add column phone            text,
  add column email_bounced_at timestamptz,
  add column phone_bounced_at timestamptz;

create table contact_point (
  id              uuid        not null constraint contact_point_key primary key,
  version         bigint      not null,
  issuer          text        not null,
  subject         text        not null,
  kind            text        not null,
  address         text        not null,
  public_key      text,
  auth_secret     text,
  state           text        not null,
  code_hash       text,
  code_sent_at    timestamptz,
  code_tries      integer     not null,
  created_at      timestamptz not null,
  confirmed_at    timestamptz,
  bounced_at      timestamptz,
  constraint one_contact_point_per_address unique (issuer, subject, kind, address)
);
