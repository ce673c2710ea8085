-- The assignments below an organisation of a level, in the order of lists: one index per level of the tree, because no
-- single one can serve a range of paths in the order of due instants. Below the fourth level subtrees are small.
do $$
begin
  for level in 1..4 loop
    execute format('create index assignment_at_level_%s on assignment (left(organisation_path, %s), stage, sort_due, id)',
      level, level * 5);
  end loop;
end $$;

-- The same for those that see an assignment only as its issuer, recipient or go-between, not being above the debtor.
do $$
declare
  party text;
begin
  foreach party in array array['plan', 'recipient', 'via'] loop
    for level in 2..4 loop
      execute format('create index assignment_by_%1$s_at_level_%2$s on assignment (left(%1$s_path, %3$s), sort_due, id)
        where left(%1$s_path, %3$s) <> left(organisation_path, %3$s) and length(%1$s_path) >= %3$s', party, level, level * 5);
    end loop;
  end loop;
end $$;

drop index assignment_by_due;
