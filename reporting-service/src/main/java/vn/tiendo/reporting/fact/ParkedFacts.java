package vn.tiendo.reporting.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.reporting.organisation.Places;

/// Sums facts whose organisation arrived in another transaction at the same moment.
@ApplicationScoped
public class ParkedFacts implements LeaderTask {

    private static final int BATCH = 50;

    @Inject
    FactRepository facts;

    @Inject
    Places places;

    @Inject
    FactKeeping keeping;

    @Override
    public String name() {
        return "parked-facts";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var arrived = facts.arrived(BATCH);
        if (!arrived.isEmpty()) {
            places.holdAlone(arrived);
            keeping.recount(arrived);
        }
        return arrived.size() == BATCH;
    }
}
