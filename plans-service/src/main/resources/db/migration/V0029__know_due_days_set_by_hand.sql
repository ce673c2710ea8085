-- A day that a person has set follows no calendar any more.
alter table assignment add column due_by_hand boolean not null default false;
