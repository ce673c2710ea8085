-- The content is the JSON that the form describes; a registration keeps the version of the form it was written on.
alter table registration
  add column content         text,
  add column form_version_id uuid,
  add column saved_at        timestamptz,
  add column draft_id        uuid,
  add column revision        integer not null default 0,
  add column own_due_at      timestamptz,
  add column left_at         timestamptz,
  add column proxied_at      timestamptz,
  add column proxy_post_id   uuid,
  add column stated_on       date,
  add column scan_id         uuid,
  add column confirmed_at    timestamptz,
  add column assessed_at     timestamptz,
  add column commented_at    timestamptz,
  add column rated_at        timestamptz,
  add column closed_at       timestamptz;
update registration r
   set content = json_strip_nulls(json_build_object('study', study, 'follow', follow, 'exemplaryConduct', exemplary_conduct))::text,
       form_version_id = c.form_version_id
  from campaign c
 where c.id = r.campaign_id and (study is not null or follow is not null or exemplary_conduct is not null);
alter table registration drop column study, drop column follow, drop column exemplary_conduct;

-- What was once submitted and then given back, as it was.
create table registration_revision (
  registration_id uuid    not null,
  number          integer not null,
  form_version_id uuid    not null,
  content         text    not null,
  submitted_at    timestamptz not null,
  returned_at     timestamptz not null,
  return_reason   text    not null,
  constraint registration_revision_key primary key (registration_id, number)
);
