-- Two members of one organisation with the same name and birth date; a person decides whether they are one.
create table possible_duplicate (
  id         uuid        not null constraint possible_duplicate_key primary key,
  version    bigint      not null default 0,
  first_id   uuid        not null constraint duplicate_names_a_first_member references member,
  second_id  uuid        not null constraint duplicate_names_a_second_member references member,
  found_at   timestamptz not null,
  decision   text,
  decided_at timestamptz,
  constraint one_possible_duplicate_per_pair unique (first_id, second_id),
  constraint duplicate_pair_is_ordered check (first_id < second_id)
);
create index possible_duplicate_by_second on possible_duplicate (second_id);
create index possible_duplicate_open on possible_duplicate (found_at, id) where decided_at is null;
