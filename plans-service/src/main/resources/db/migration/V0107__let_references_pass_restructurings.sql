-- A column of a full unique index counts as a key, and to change a key holds up everybody who refers to the row. A path
-- is no key: who records something for an organisation need not wait until it has moved.
alter table organisation drop constraint one_organisation_per_path;
create unique index one_organisation_per_path on organisation (path) where path is not null;
