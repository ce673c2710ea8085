-- What each transition changed, appended in its transaction: no row that all submissions of a unit would queue for.
create table unit_delta (
  id            bigint generated always as identity constraint unit_delta_key primary key,
  campaign_id   uuid    not null,
  unit_id       uuid    not null,
  owes          integer not null,
  missing       integer not null,
  submitted     integer not null,
  accepted      integer not null,
  exempt        integer not null,
  returned      integer not null,
  late          integer not null,
  counted_at    timestamptz,
  roster_frozen boolean not null,
  happened_at   timestamptz not null
);

create table unit_summary (
  id               uuid    not null constraint unit_summary_key primary key,
  version          bigint  not null,
  campaign_id      uuid    not null,
  plan_id          uuid    not null,
  obligation_id    uuid    not null,
  organisation_id  uuid    not null,
  owes             integer not null,
  missing          integer not null,
  submitted        integer not null,
  accepted         integer not null,
  exempt           integer not null,
  returned         integer not null,
  late             integer not null,
  roster_frozen    boolean not null,
  completed_at     timestamptz,
  last_received_at timestamptz,
  as_of            timestamptz not null
);

-- The sum of all units at and below a path.
create table campaign_summary (
  campaign_id uuid    not null,
  path        text collate "C" not null,
  owes        integer not null,
  missing     integer not null,
  submitted   integer not null,
  accepted    integer not null,
  exempt      integer not null,
  returned    integer not null,
  late        integer not null,
  constraint campaign_summary_key primary key (campaign_id, path)
);
