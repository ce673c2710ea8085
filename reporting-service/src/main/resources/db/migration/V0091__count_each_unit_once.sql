-- Each organisation is one unit of a consolidation, however many reports it owes. What a unit reports is in the figures
-- of the unit above it, when both report to the same superior.
alter table consolidation_unit add column contained boolean not null default false;

-- Topics without a form of their own are told apart by their plans: one's own, and the one that it carries out.
alter table known_plan add column parent_plan_id uuid;
