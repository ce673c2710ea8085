-- Who came onto a roster and who left it, when and why: the denominator of a day is the sum up to that day.
create table roster_change (
  id                uuid    not null constraint roster_change_key primary key,
  campaign_id       uuid    not null,
  unit_id           uuid    not null,
  organisation_path text collate "C" not null,
  kind              text    not null,
  member_id         uuid,
  owes              integer not null,
  exempt            integer not null,
  effective_on      date    not null,
  recorded_at       timestamptz not null,
  folded            boolean not null default false
);
create index roster_change_to_fold on roster_change (campaign_id, organisation_path) where not folded;
create index roster_change_by_path on roster_change (campaign_id, organisation_path, id) where member_id is not null;
create index roster_change_by_unit on roster_change (unit_id);

-- The sum of the changes of one day at and below a path, kept under the tree of that day.
create table roster_day (
  campaign_id  uuid    not null,
  path         text collate "C" not null,
  kind         text    not null,
  effective_on date    not null,
  owes         integer not null,
  exempt       integer not null,
  constraint roster_day_key primary key (campaign_id, path, effective_on, kind)
);
-- The path under which a unit's changes stand in the sums.
alter table campaign_unit add column roster_path text collate "C";
create index campaign_unit_roster_to_move on campaign_unit (id) where roster_path <> organisation_path;

insert into roster_change (id, campaign_id, unit_id, organisation_path, kind, owes, exempt, effective_on, recorded_at)
select uuidv7(), r.campaign_id, r.unit_id, u.organisation_path, 'FROZEN', count(*), count(*) filter (where r.exempted_at is not null and r.status <> 'ACCEPTED'), c.roster_on, now()
  from registration r join campaign c on c.id = r.campaign_id join campaign_unit u on u.id = r.unit_id
 where c.roster_on is not null and u.organisation_path is not null
 group by r.campaign_id, r.unit_id, u.organisation_path, c.roster_on;
update campaign_unit u set roster_path = organisation_path where exists (select 1 from roster_change c where c.unit_id = u.id);
