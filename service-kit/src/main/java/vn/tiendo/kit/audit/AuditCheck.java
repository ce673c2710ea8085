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
    @Transactional
    public List<Long> brokenSegments() {
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
                             where s.records <> records.total
                                or s.hash <> sha256(coalesce(p.hash, ''::bytea) || records.root)
                                or (s.number > 1 and (p.number is null or p.to_xid <> s.from_xid))
                             order by s.number""");
                    var rows = check.executeQuery()) {
                var broken = new ArrayList<Long>();
                while (rows.next()) {
                    broken.add(rows.getLong(1));
                }
                return broken;
            }
        });
    }
}
