-- The account behind a member; erased with the member.
create table member_contact (
  member_id      uuid not null constraint member_contact_key primary key,
  holder_issuer  text,
  holder_subject text,
  language       text not null
);
create index member_contact_by_holder on member_contact (holder_issuer, holder_subject);
