package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.provider.Quotas;

/// Forgets what became of messages whose time is over. What waits, what is mandatory and what somebody has acknowledged
/// stays.
@ApplicationScoped
class DispatchCleaning implements LeaderTask {

    private static final int BATCH = 2_000;

    @Inject
    OldDispatches old;

    @Inject
    Quotas quotas;

    @Inject
    ChannelsConfig config;

    private OldDispatches.Place reached = OldDispatches.Place.BEGINNING;

    @Override
    public String name() {
        return "dispatch-cleaning";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    /// Goes on behind what it has looked at, so that what stays is not looked at again before all the rest.
    @Override
    public boolean pass() {
        var next = old.forget(reached, config.kept(), BATCH);
        reached = next.orElse(OldDispatches.Place.BEGINNING);
        if (next.isEmpty()) {
            quotas.forgetOld();
        }
        return next.isPresent();
    }
}
