create table restructuring (
  id                uuid   not null constraint restructuring_key primary key,
  version           bigint not null,
  decision_number   text   not null,
  decision_symbol   text   not null,
  decision_date     date   not null,
  decision_issuer   text   not null,
  effective_on      date   not null,
  acts              text   not null,
  outcome           text   not null,
  status            text   not null,
  author_issuer     text   not null,
  author_subject    text   not null,
  author_post_id    uuid,
  recorded_at       timestamptz not null,
  applied_at        timestamptz,
  completed_at      timestamptz,
  cancelled_at      timestamptz,
  failed_at         timestamptz,
  failure           text,
  failure_arguments text,
  constraint failure_has_a_reason check ((failed_at is null) = (failure is null))
);
create index restructuring_by_day on restructuring (effective_on, id) where status = 'PLANNED';
create index restructuring_to_complete on restructuring (id) where status = 'APPLIED' and completed_at is null;

alter table organisation add constraint organisation_is_ended_by_a_restructuring
  foreign key (ended_by) references restructuring;

create table restructuring_organisation (
  restructuring_id uuid not null constraint touch_belongs_to_a_restructuring references restructuring,
  organisation_id  uuid not null constraint restructuring_touches_an_organisation references organisation,
  constraint one_touch_per_organisation primary key (restructuring_id, organisation_id)
);
create index restructuring_of_organisation on restructuring_organisation (organisation_id, restructuring_id);
