-- Organisations that have ended and to which somebody belongs beyond the end, though all that were there before may have
-- passed on to the successor. Rows are appended by who follows memberships and taken by who passes members on.
create table succession_look (
  id              bigint generated always as identity constraint succession_look_key primary key,
  organisation_id uuid not null
);
