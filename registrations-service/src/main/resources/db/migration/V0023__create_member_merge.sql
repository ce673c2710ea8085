-- The trace of a merge: where the merged one belonged and who it signed in as. Its row and its standings stay as well.
create table member_merge (
  id              uuid        not null constraint member_merge_key primary key,
  survivor_id     uuid        not null constraint merge_names_a_survivor references member,
  merged_id       uuid        not null constraint a_member_is_merged_once unique references member,
  memberships     text        not null,
  identity_issuer text,
  identity_subject text,
  reason          text,
  merged_at       timestamptz not null
);
create index member_merge_by_survivor on member_merge (survivor_id);
