-- Figures of a unit that are written with another version of the template and do not fit into the report of the
-- superior: they are not added, and named.
alter table consolidation_unit add column unfitting text not null default '[]';
