package vn.tiendo.notifications.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// The topics whose events webhooks may hear of. Every event is told, also one that a newer one has overtaken.
final class WebhookEvents {

    private WebhookEvents() {}

    abstract static class Told implements EventHandler {

        private final String topic;
        private final String resource;

        @Inject
        WebhookMessages messages;

        Told(String topic, String resource) {
            this.topic = topic;
            this.resource = resource;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public boolean wantsEvery() {
            return true;
        }

        @Override
        public void on(ReceivedEvent event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<ReceivedEvent> events) {
            messages.write(events, resource);
        }
    }

    @ApplicationScoped
    static class OfPlans extends Told {
        OfPlans() {
            super("plans.plan.v1", "plans");
        }
    }

    @ApplicationScoped
    static class OfAssignments extends Told {
        OfAssignments() {
            super("plans.assignment.v1", "assignments");
        }
    }

    @ApplicationScoped
    static class OfReports extends Told {
        OfReports() {
            super("reporting.report.v1", "reports");
        }
    }
}
