-- What a regulation lets units do, and in which order, is part of it: 366-QĐ/TW knows quarterly ratings that feed the yearly
-- one, and rates the agency before its party organisation; 124-QĐ/TW knows neither.
alter table rating_rule
  add column quarterly boolean not null default false,
  add column agency_first boolean not null default false;
update rating_rule set quarterly = true, agency_first = true where document = '366-QĐ/TW';
alter table rating_rule
  alter column quarterly drop default,
  alter column agency_first drop default;

-- Quarter 0 is the whole year. A person may be rated in the agency and in the party organisation.
alter table rating_group
  add column quarter integer not null default 0,
  add column side text not null default 'PARTY',
  drop constraint one_rating_group_per_name,
  add constraint one_rating_group_per_name unique (organisation_id, year, quarter, subject, side, name),
  add constraint rating_group_is_of_a_quarter check (quarter between 0 and 4);
alter table rating_group
  alter column quarter drop default,
  alter column side drop default;

alter table rating
  add column quarter integer not null default 0,
  add column side text not null default 'PARTY',
  add column set_aside_at timestamptz;
alter table rating
  alter column quarter drop default,
  alter column side drop default;

-- Of two ratings of one person that was entered twice, one is set aside; it stays readable and counts nowhere.
drop index one_rating_per_member_and_year;
drop index one_rating_per_collective_and_year;
drop index rating_undecided;
create unique index one_rating_per_member_and_year on rating (member_id, year, quarter, side)
  where member_id is not null and set_aside_at is null;
create unique index one_rating_per_collective_and_year on rating (organisation_id, year, quarter)
  where subject = 'COLLECTIVE' and set_aside_at is null;
create index rating_by_member on rating (member_id, year) where member_id is not null;
create index rating_undecided on rating (year, quarter, subject, organisation_path)
  where decided_at is null and set_aside_at is null;

-- Which party organisation is that of which agency, from when to when, as the tree of organisations says.
create table party_of_agency (
  party_id   uuid not null,
  agency_id  uuid not null,
  valid_from date not null,
  valid_to   date,
  constraint party_of_agency_key primary key (party_id, agency_id, valid_from)
);
