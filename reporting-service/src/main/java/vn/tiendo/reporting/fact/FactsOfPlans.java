package vn.tiendo.reporting.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// Holds plans still until the transaction ends: whoever keeps facts of a plan holds it shared, whoever learns its year
/// holds it alone. So the latter sees every fact that was laid without it, and what is kept afterwards sees the year.
/// Always locked in the order of ids, and before any organisation.
@ApplicationScoped
class FactsOfPlans {

    @Inject
    Session session;

    void hold(Collection<UUID> plans) {
        lock(plans, "pg_advisory_xact_lock_shared");
    }

    /// @return the organisations that have facts of these plans
    List<UUID> holdAlone(Collection<UUID> plans) {
        lock(plans, "pg_advisory_xact_lock");
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select distinct organisation_id from fact_part
                     where plan_id = any(?) and plan_id <> '00000000-0000-0000-0000-000000000000'""")) {
                select.setArray(1, connection.createArrayOf("uuid", plans.toArray()));
                var found = new ArrayList<UUID>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
                return found;
            }
        });
    }

    private void lock(Collection<UUID> plans, String how) {
        var inOrder = plans.stream().distinct().sorted().toArray();
        if (inOrder.length == 0) {
            return;
        }
        session.doWork(connection -> {
            try (var lock = connection.prepareStatement("select count(" + how
                    + "(hashtextextended('tiendo/facts-of/' || p.id, 0))) from unnest(?::uuid[]) as p (id)")) {
                lock.setArray(1, connection.createArrayOf("uuid", inOrder));
                lock.execute();
            }
        });
    }
}
