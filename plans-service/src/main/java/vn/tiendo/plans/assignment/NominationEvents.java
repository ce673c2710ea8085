package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Counts nominations to what an organisation owes: those that were reported upward, commended ones included, and those
/// looked at again a year later.
@ApplicationScoped
class NominationEvents implements EventHandler {

    private static final Set<String> COUNTING = Set.of("REPORTED", "COMMENDED", "FOLLOWED_UP");

    @Inject
    NominationCounting counting;

    private record Nomination(
            UUID id,
            @Nullable UUID obligationId,
            UUID organisationId,
            String status,
            @Nullable Instant reportedAt) {}

    @Override
    public String topic() {
        return "registrations.nomination.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var nomination = event.as(Nomination.class);
        if (nomination.obligationId != null && nomination.reportedAt != null && COUNTING.contains(nomination.status)) {
            counting.count(nomination.id, nomination.organisationId, nomination.obligationId, nomination.reportedAt);
        } else {
            counting.discount(nomination.id);
        }
    }
}
