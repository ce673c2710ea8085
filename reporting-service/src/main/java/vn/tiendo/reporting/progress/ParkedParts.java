package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;

/// Counts what was parked while its organisation arrived in another transaction at the same moment.
@ApplicationScoped
public class ParkedParts implements LeaderTask {

    private static final int BATCH = 50;

    @Inject
    PartRepository parts;

    @Inject
    CountingService counting;

    @Override
    public String name() {
        return "parked-parts";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var arrived = parts.arrived(BATCH);
        if (!arrived.isEmpty()) {
            counting.recount(arrived);
        }
        return arrived.size() == BATCH;
    }
}
