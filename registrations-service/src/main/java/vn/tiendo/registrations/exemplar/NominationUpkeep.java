package vn.tiendo.registrations.exemplar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;

/// Lets nominations follow the amendments of the plan that asked for them, and gives late debts their place in the
/// tree.
@ApplicationScoped
public class NominationUpkeep implements LeaderTask {

    private static final int BATCH = 200;

    @Inject
    QuotaRepository quotas;

    @Inject
    NominationRepository nominations;

    @Inject
    Outbox outbox;

    @Override
    public String name() {
        return "nomination-upkeep";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        quotas.fillPaths(BATCH);
        var replaced = nominations.replaced(BATCH);
        var carried = new ArrayList<Nomination>();
        for (var row : replaced) {
            var nomination = nominations.findById((UUID) row[0]);
            nomination.carryTo((UUID) row[1]);
            carried.add(nomination);
        }
        outbox.addAll(Nomination.STREAM, carried, "amended");
        return replaced.size() == BATCH;
    }
}
