package vn.tiendo.notifications.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;

/// Tells webhooks of events that arrived before their organisation did.
@ApplicationScoped
public class WebhookPlaces implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    WebhookMessages messages;

    @Override
    public String name() {
        return "webhook-places";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean pass() {
        return messages.writePlaced(BATCH) == BATCH;
    }
}
