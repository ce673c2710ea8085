package vn.tiendo.notifications.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.notifications.policy.LadderChanges;

/// Keeps duties where their organisations stand in the tree; those of an unknown organisation are in nobody's
/// reach.
@ApplicationScoped
public class DutyPlaces implements LeaderTask {

    private static final int BATCH = 1_000;

    @Inject
    DutyRepository duties;

    @Inject
    LadderChanges ladders;

    @Produces
    @Singleton
    KeptPaths duty() {
        return new KeptPaths("duty", "organisation_path");
    }

    @Override
    public String name() {
        return "duty-places";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean pass() {
        var placed = duties.place(BATCH);
        placed.stream().distinct().forEach(path -> ladders.request(path, false));
        return placed.size() == BATCH;
    }
}
