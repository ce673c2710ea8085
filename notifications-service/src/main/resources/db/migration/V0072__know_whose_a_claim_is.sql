-- Who sends a message renews its claim, and is told apart from another one that has claimed it since.
alter table dispatch add column claimed_by uuid;
