package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;

/// Remembers what has moved lately, and finds rows that still say that they belong there.
@ApplicationScoped
class StrayPathRepository {

    @Inject
    EntityManager entities;

    @Inject
    @Any
    Instance<KeptPaths> keptPaths;

    /// Part of the transaction that moves them.
    ///
    /// @param from where subtrees stood
    void noteMoves(List<String> from) {
        entities.createNativeQuery("insert into path_move (from_path, from_end) select * from unnest(:from, :end)")
                .setParameter("from", from.toArray(String[]::new))
                .setParameter("end", from.stream().map(Reach::endOf).toArray(String[]::new))
                .executeUpdate();
    }

    boolean hasMoves() {
        return !entities.createNativeQuery("select 1 from path_move limit 1")
                .getResultList()
                .isEmpty();
    }

    /// The last segment of a path is the organisation's own, so that it tells where the row belongs. A row of an
    /// organisation that has come back is right as it is.
    ///
    /// @return how many rows were led back, in one statement per table
    int leadBack() {
        return keptPaths.stream().mapToInt(this::leadBack).sum();
    }

    private int leadBack(KeptPaths kept) {
        return entities.createNativeQuery("""
            update %1$s t set %2$s = o.path
              from path_move m, reach_organisation o
             where t.%2$s >= m.from_path and t.%2$s < m.from_end
               and right(o.path, 5) = right(t.%2$s, 5) and o.path <> t.%2$s""".formatted(kept.table(), kept.column()))
                .executeUpdate();
    }

    void noteSeen() {
        entities.createNativeQuery("update path_move set seen_at = clock_timestamp() where seen_at is null")
                .executeUpdate();
    }

    void forgetMovesSeenBefore(Duration age) {
        entities.createNativeQuery(
                        "delete from path_move where seen_at < clock_timestamp() - make_interval(secs => :age)")
                .setParameter("age", (double) age.toSeconds())
                .executeUpdate();
    }
}
