package vn.tiendo.notifications.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;

/// Forgets deliveries whose time in the log is over; what still waits stays.
@ApplicationScoped
public class WebhookCleaning implements LeaderTask {

    private static final int BATCH = 2_000;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    PlacelessEvents placeless;

    @Inject
    WebhooksConfig config;

    @Override
    public String name() {
        return "webhook-cleaning";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean pass() {
        placeless.forgetOlderThan(config.kept());
        return deliveries.forgetOlderThan(config.kept(), BATCH) == BATCH;
    }
}
