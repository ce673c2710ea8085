-- Known zeros are facts as well, facts stay in the tree of their day, and plans name the plan that they carry out. All of
-- that is in the newest record of each key: the consumer group has a new name and reads the topics from their beginning.
delete from inbox where topic in ('plans.plan.v1', 'plans.activity.v1', 'registrations.nomination.v1',
  'registrations.unit-summary.v1');
delete from fact_sum;
delete from fact_part;
