-- Who looks a thing up asks in the order of time; every audited change paid for two indexes of its subject.
drop index audit_record_by_subject;
