package vn.tiendo.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/// Recomputes the chain from its first segment and tells which segments no longer fit.
@ApplicationScoped
public class AuditCheck {

    @Inject
    Session session;

    /// @return numbers of the segments whose hash differs from the stored one; empty when nothing was touched
    public List<Long> brokenSegments() {
        return brokenSegments(0, Long.MAX_VALUE);
    }

    /// The same of those behind one segment up to another: each stands on the stored hash of the one before it.
    @Transactional
    public List<Long> brokenSegments(long after, long last) {
        return session.doReturningWork(connection -> {
            try (var check = connection.prepareStatement("""
                            select s.number
                              from audit_segment s
                              left join audit_segment p on p.number = s.number - 1
                              cross join lateral (
                                select count(*) as total,
                                       sha256(coalesce(string_agg(audit_digest(r), ''::bytea order by r.id), ''::bytea)) as root
                                  from audit_record r
                                 where r.xid >= s.from_xid and r.xid < s.to_xid) records
                             where s.number > ? and s.number <= ? and (s.records <> records.total
                                or s.hash <> sha256(coalesce(p.hash, ''::bytea) || records.root)
                                or (s.number > 1 and (p.number is null or p.to_xid <> s.from_xid)))
                             order by s.number""")) {
                check.setLong(1, after);
                check.setLong(2, last);
                try (var rows = check.executeQuery()) {
                    var broken = new ArrayList<Long>();
                    while (rows.next()) {
                        broken.add(rows.getLong(1));
                    }
                    return broken;
                }
            }
        });
    }

    /// @return 0 when there is none
    @Transactional
    public long lastSegment() {
        return session.createNativeQuery("select coalesce(max(number), 0) from audit_segment", Long.class)
                .getSingleResult();
    }

    /// Whether a segment still has the hash that was logged when it was sealed. The chain alone cannot tell that its
    /// end was cut off, or that it was rewritten from somewhere on: compare the newest logged line with it.
    ///
    /// @param hash hexadecimal, as in the log
    @Transactional
    public boolean holds(long number, String hash) {
        return session.createNativeQuery(
                                "select count(*) from audit_segment where number = ?1 and encode(hash, 'hex') = ?2",
                                Long.class)
                        .setParameter(1, number)
                        .setParameter(2, hash)
                        .getSingleResult()
                == 1;
    }
}
