-- Asked for a batch of a roster at a time, before the rule of a plan exempts somebody.
create index exemption_that_was_given_up on exemption (registration_id) where end_kind = 'OPTED_IN';
