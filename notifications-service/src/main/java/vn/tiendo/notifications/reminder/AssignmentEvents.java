package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.Outcome;

/// Turns assignments into duties and their reminders.
@ApplicationScoped
public class AssignmentEvents implements EventHandler {

    @Inject
    ReminderPlanner planner;

    private record AssignmentState(
            UUID id,
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String occurrence,
            @Nullable LocalDate dueDay,
            @Nullable Instant dueAt,
            @Nullable Instant receivedAt,
            boolean accepted,
            @Nullable Instant fulfilledAt,
            @Nullable Instant waivedAt,
            @Nullable UUID transferredToOrganisationId,
            @Nullable Instant closedAt) {

        Duty duty() {
            return new Duty(
                    id,
                    DutyKind.ASSIGNMENT,
                    planId,
                    obligationId,
                    null,
                    null,
                    organisationId,
                    kind,
                    subject,
                    occurrence,
                    dueDay == null ? Duty.lastDayBefore(dueAt) : dueDay,
                    dueAt,
                    outcome());
        }

        /// What was returned has no receipt, and a due instant as things stand now.
        private Outcome outcome() {
            if (waivedAt != null) {
                return Outcome.WAIVED;
            }
            if (transferredToOrganisationId != null) {
                return Outcome.TRANSFERRED;
            }
            if (accepted || fulfilledAt != null) {
                return Outcome.DONE;
            }
            if (closedAt != null) {
                return Outcome.CLOSED;
            }
            return receivedAt == null ? Outcome.WAITING : Outcome.IN;
        }
    }

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
        planner.plan(events.stream()
                .map(event -> event.as(AssignmentState.class).duty())
                .toList());
    }
}
