package vn.tiendo.registrations.exemplar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.registrations.exemplar.QuotaRepository.Debt;
import vn.tiendo.registrations.exemplar.QuotaRepository.Quota;

/// Keeps what plans ask for in nominations, and of whom.
final class QuotaEvents {

    private static final String NOMINATION = "EXEMPLAR_NOMINATION";

    private QuotaEvents() {}

    private record PlanState(
            UUID id, String status, @Nullable List<ObligationState> obligations) {}

    private record ObligationState(
            UUID id,
            String kind,
            @Nullable String form,
            @Nullable Integer minCount,
            @Nullable Integer maxCount,
            @Nullable UUID replaces) {}

    private record AssignmentState(
            UUID id,
            UUID obligationId,
            UUID organisationId,
            @Nullable String kind,
            @Nullable String occurrence,
            @Nullable Instant dueAt,
            @Nullable Instant waivedAt,
            @Nullable UUID transferredToAssignmentId) {}

    @ApplicationScoped
    static class Plans implements EventHandler {
        @Inject
        QuotaRepository quotas;

        @Override
        public String topic() {
            return "plans.plan.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            var plan = event.as(PlanState.class);
            if (!plan.status.equals("ISSUED") || plan.obligations == null) {
                return;
            }
            for (var obligation : plan.obligations) {
                if (obligation.kind.equals(NOMINATION)) {
                    quotas.put(new Quota(
                            obligation.id,
                            plan.id,
                            obligation.form,
                            obligation.minCount,
                            obligation.maxCount,
                            obligation.replaces));
                }
            }
        }
    }

    @ApplicationScoped
    static class Assignments implements EventHandler {
        @Inject
        QuotaRepository quotas;

        @Override
        public String topic() {
            return "plans.assignment.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            var assignment = event.as(AssignmentState.class);
            if (!NOMINATION.equals(assignment.kind)) {
                return;
            }
            var occurrence = Objects.requireNonNullElse(assignment.occurrence, "");
            quotas.put(new Debt(
                    assignment.id,
                    assignment.obligationId,
                    assignment.organisationId,
                    occurrence,
                    QuotaRepository.yearOf(occurrence),
                    assignment.dueAt,
                    closedAt(assignment, event)));
        }

        /// A debt that was waived or passed on is no longer the unit's; one that is fulfilled may still be added to.
        private static @Nullable Instant closedAt(AssignmentState assignment, ReceivedEvent event) {
            if (assignment.waivedAt != null) {
                return assignment.waivedAt;
            }
            return assignment.transferredToAssignmentId == null ? null : event.occurredAt();
        }
    }
}
