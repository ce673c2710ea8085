package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Settles what an organisation owes by the registrations of its members.
@ApplicationScoped
class SummaryEvents implements EventHandler {

    @Inject
    AssignmentFacts assignments;

    private record UnitSummary(
            @Nullable UUID assignmentId,
            @Nullable Instant completedAt,
            @Nullable Instant lastReceivedAt) {}

    @Override
    public String topic() {
        return "registrations.unit-summary.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var summary = event.as(UnitSummary.class);
        if (summary.assignmentId != null && summary.completedAt != null) {
            assignments.registrationsComplete(
                    summary.assignmentId, Objects.requireNonNullElse(summary.lastReceivedAt, summary.completedAt));
        }
    }
}
