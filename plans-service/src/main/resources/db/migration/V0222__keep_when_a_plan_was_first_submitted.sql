-- When a plan was handed in first says for which year's end it was; a correction after New Year does not change that.
alter table plan add column first_submitted_at timestamptz;
update plan set first_submitted_at = submitted_at where submitted_at is not null;
