create table post (
  id              uuid   not null constraint post_key primary key,
  version         bigint not null,
  organisation_id uuid   not null constraint post_is_at_an_organisation references organisation,
  role            text   not null,
  holder_issuer   text   not null,
  holder_subject  text   not null,
  valid_from      date   not null,
  valid_to        date,
  deputy_of       uuid   constraint deputy_stands_in_for_a_post references post,
  constraint one_post_per_holder_and_start unique (organisation_id, role, holder_issuer, holder_subject, valid_from)
);
create index post_by_organisation on post (organisation_id, id);
