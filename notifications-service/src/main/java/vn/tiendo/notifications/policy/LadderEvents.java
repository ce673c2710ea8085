package vn.tiendo.notifications.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Has reminders planned anew when the calendar changes, or an organisation comes under another superior.
final class LadderEvents {

    private LadderEvents() {}

    @ApplicationScoped
    static class OfCalendar implements EventHandler {

        @Inject
        ReminderPolicyRepository policies;

        @Inject
        LadderChanges changes;

        @Override
        public String topic() {
            return "plans.calendar.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            if (policies.doesAnyCountWorkingDays()) {
                changes.request("", true);
            }
        }
    }

    @ApplicationScoped
    static class OfOrganisations implements EventHandler {

        @Inject
        LadderChanges changes;

        private record Placed(UUID id, String path) {}

        @Override
        public String topic() {
            return "plans.organisation.v1";
        }

        /// What lies below has events of its own.
        @Override
        public void on(ReceivedEvent event) {
            changes.request(event.as(Placed.class).path, false);
        }
    }
}
