package vn.tiendo.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;

/// Once a second chains the records of all transactions that have ended: each segment holds the hash of its records and
/// of the segment before it.
///
/// The border is the oldest transaction still running, never the highest id: ids commit out of order. The hash of each
/// segment also goes to the log, which is kept elsewhere; that copy is what a rewritten chain is found out by.
@ApplicationScoped
public class AuditSealer implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);

    @Inject
    Session session;

    @Override
    public String name() {
        return "audit-sealer";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        session.doWork(connection -> {
            try (var seal = connection.prepareStatement("""
                            with last as (
                              select coalesce(max(to_xid), 0) as to_xid, coalesce(max(number), 0) as number
                                from audit_segment),
                            border as (
                              select (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint as xmin),
                            records as (
                              select count(*) as total,
                                     sha256(coalesce(string_agg(audit_digest(r), ''::bytea order by r.id), ''::bytea)) as root
                                from audit_record r, last, border
                               where r.xid >= last.to_xid and r.xid < border.xmin)
                            insert into audit_segment (number, from_xid, to_xid, records, hash)
                            select last.number + 1, last.to_xid, border.xmin, records.total,
                                   sha256(coalesce((select s.hash from audit_segment s where s.number = last.number), ''::bytea)
                                          || records.root)
                              from last, border, records
                             where records.total > 0
                            returning number, records, encode(hash, 'hex')""");
                    var sealed = seal.executeQuery()) {
                if (sealed.next()) {
                    LOG.infof(
                            "Audit segment %d seals %d records: %s",
                            sealed.getLong(1), sealed.getLong(2), sealed.getString(3));
                }
            }
        });
        return false;
    }
}
