-- A unit that a superior has waived, and a campaign whose plan was recalled, are not over as others are: nobody owes them.
-- Of what is known already, a unit that ended while the plan of its campaign went on was waived; the rest is told when
-- plans and assignments are published anew.
alter table campaign_unit add column waived_at timestamptz;
alter table campaign add column withdrawn_at timestamptz;
update campaign_unit u set waived_at = u.closed_at
  from campaign c where c.id = u.campaign_id and u.closed_at is not null and not c.closed_with_plan;
