package vn.tiendo.notifications.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// The topics whose events webhooks may hear of.
final class WebhookEvents {

    private WebhookEvents() {}

    @ApplicationScoped
    static class OfPlans implements EventHandler {

        @Inject
        WebhookMessages messages;

        @Override
        public String topic() {
            return "plans.plan.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<ReceivedEvent> events) {
            messages.write(events, "plans");
        }
    }

    @ApplicationScoped
    static class OfAssignments implements EventHandler {

        @Inject
        WebhookMessages messages;

        @Override
        public String topic() {
            return "plans.assignment.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<ReceivedEvent> events) {
            messages.write(events, "assignments");
        }
    }

    @ApplicationScoped
    static class OfReports implements EventHandler {

        @Inject
        WebhookMessages messages;

        @Override
        public String topic() {
            return "reporting.report.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<ReceivedEvent> events) {
            messages.write(events, "reports");
        }
    }
}
