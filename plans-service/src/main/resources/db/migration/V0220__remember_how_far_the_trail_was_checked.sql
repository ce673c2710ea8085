-- How far the trail was looked through today, by whichever replica (kit: AuditChecking).
create table audit_checking (
  ended_on date   not null,
  checked  bigint not null default 0,
  found    bigint not null default 0,
  broken   bigint not null default 0
);
create unique index one_check_at_a_time on audit_checking ((true));
insert into audit_checking (ended_on) values ('2000-01-01');
