-- What was asked for under a record that was merged meanwhile is asked for under the one that survives.
update data_subject_request r
   set member_id = m.merged_into_id, version = r.version + 1
  from member m
 where m.id = r.member_id and m.merged_into_id is not null;
