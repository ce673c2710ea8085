package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;

/// Leads rows back whose transaction read a path before a restructuring and wrote it after.
///
/// A writer cannot see a restructuring that commits in between, and a restructuring cannot see its row. Rather than
/// have every writer take a lock, what moved is looked at again until no transaction that began before can be left.
@ApplicationScoped
class StrayPaths implements LeaderTask {

    static final String NAME = "stray-paths";

    /// Three times as long as the transaction of any writer may take; restructurings exclude each other. Counted from
    /// when the move is first seen here: when it was noted its restructuring may have had an hour to go.
    private static final Duration WATCHED = Duration.ofMinutes(6);

    private static final Logger LOG = Logger.getLogger(StrayPaths.class);

    @Inject
    StrayPathRepository paths;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean pass() {
        if (paths.hasMoves()) {
            paths.noteSeen();
            var found = paths.leadBack();
            if (found > 0) {
                LOG.infof("%d rows had been written with a path of before a restructuring", found);
            }
            paths.forgetMovesSeenBefore(WATCHED);
        }
        return false;
    }
}
