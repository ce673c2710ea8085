-- Every two seconds it is asked which registrations do not say yet what their campaign says: mostly none of hundreds of
-- thousands.
create index duty_that_follows_its_campaign on duty
  (campaign_id, campaign_closed, coalesce(reopened_until, '-infinity'::date)) where kind = 'REGISTRATION';
drop index duty_by_campaign;
