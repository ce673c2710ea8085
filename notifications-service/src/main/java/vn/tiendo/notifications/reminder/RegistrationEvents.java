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
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.Outcome;

/// Turns registrations that members owe into duties and their reminders.
@ApplicationScoped
public class RegistrationEvents implements EventHandler {

    @Inject
    ReminderPlanner planner;

    /// @param returnedUntil last day on which a returned registration comes back in time
    private record RegistrationState(
            UUID id,
            UUID campaignId,
            UUID planId,
            UUID obligationId,
            UUID memberId,
            UUID organisationId,
            String status,
            @Nullable Instant dueAt,
            @Nullable LocalDate returnedUntil) {

        Duty duty() {
            var given = status.equals("RETURNED") && returnedUntil != null ? Days.endOf(returnedUntil) : null;
            var tooLate = Duty.later(dueAt, given);
            return new Duty(
                    id,
                    DutyKind.REGISTRATION,
                    planId,
                    obligationId,
                    campaignId,
                    memberId,
                    organisationId,
                    null,
                    null,
                    null,
                    Duty.lastDayBefore(tooLate),
                    tooLate,
                    outcome());
        }

        /// A status that is not known here is no reason to bother anybody.
        private Outcome outcome() {
            return switch (status) {
                case "OWED", "RETURNED" -> Outcome.WAITING;
                case "SUBMITTED" -> Outcome.IN;
                case "ACCEPTED" -> Outcome.DONE;
                case "EXEMPT" -> Outcome.WAIVED;
                case "LEFT" -> Outcome.LEFT;
                default -> Outcome.CLOSED;
            };
        }
    }

    @Override
    public String topic() {
        return "registrations.registration.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        planner.plan(events.stream()
                .map(event -> event.as(RegistrationState.class).duty())
                .toList());
    }
}
