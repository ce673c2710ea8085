package vn.tiendo.kit.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;

/// Leads rows to where their organisation is whose transaction read its path before it moved and wrote it afterwards.
///
/// A writer cannot see a move that commits in between, and the move cannot see its row. Rather than have
/// every writer take a lock, what moved is looked at again until no transaction that began before can be
/// left.
@ApplicationScoped
public class LateRows implements LeaderTask {

    /// Three times as long as any transaction may take.
    private static final int WATCHED_MINUTES = 15;

    private static final Logger LOG = Logger.getLogger(LateRows.class);

    @Inject
    EntityManager entities;

    @Inject
    @Any
    Instance<KeptPaths> keptPaths;

    @Override
    public String name() {
        return "late-rows";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean pass() {
        if (entities.createNativeQuery("select 1 from reach_move limit 1")
                .getResultList()
                .isEmpty()) {
            return false;
        }
        int led = keptPaths.stream().mapToInt(this::lead).sum();
        if (led > 0) {
            LOG.infof("%d rows had been written with a path of before a move", led);
        }
        entities.createNativeQuery(
                        "delete from reach_move where moved_at < clock_timestamp() - make_interval(mins => ?1)")
                .setParameter(1, WATCHED_MINUTES)
                .executeUpdate();
        return false;
    }

    private int lead(KeptPaths kept) {
        return entities.createNativeQuery("""
            update %1$s t set %2$s = o.path from reach_move m join reach_organisation o on o.id = m.organisation_id
             where t.%2$s = m.from_path and o.path <> m.from_path""".formatted(kept.table(), kept.column()))
                .executeUpdate();
    }
}
