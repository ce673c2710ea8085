alter table obligation add column slack text;
