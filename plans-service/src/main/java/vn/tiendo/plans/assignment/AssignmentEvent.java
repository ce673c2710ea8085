package vn.tiendo.plans.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.obligation.ObligationKind;

/// The public state of an assignment on `plans.assignment.v1`.
///
/// @param openedAt since when it is owed
/// @param dueDay last on-time day as things stand; while a returned version is being corrected, the day that the return
/// named
/// @param statedOn the day that a clerk says it was done; receivedAt decides lateness, never this
/// @param dueAt first instant that is too late as things stand
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignmentEvent(
        UUID id,
        UUID planId,
        UUID obligationId,
        UUID organisationId,
        ObligationKind kind,
        @Nullable String form,
        ObligationKind.Opens opens,
        String subject,
        String occurrence,
        Instant openedAt,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate dueDay,
        @Nullable Instant dueAt,
        @Nullable UUID recipientOrganisationId,
        @Nullable UUID viaOrganisationId,
        int requiredCount,
        int recordedCount,
        @Nullable Instant receivedAt,
        boolean accepted,
        @Nullable Instant fulfilledAt,
        @Nullable Instant returnedUntil,
        @Nullable Instant waivedAt,
        @Nullable Instant closedAt,
        @Nullable UUID transferredToOrganisationId,
        @Nullable UUID transferredToAssignmentId,
        @Nullable Instant transferredAt,
        @Nullable UUID transferredFromAssignmentId,
        @Nullable LocalDate statedOn) {

    static AssignmentEvent of(Assignment assignment) {
        var due = assignment.openUntil();
        return new AssignmentEvent(
                assignment.id(),
                assignment.planId(),
                assignment.obligationId(),
                assignment.organisationId(),
                assignment.kind(),
                assignment.demand().form(),
                assignment.demand().opens(),
                assignment.demand().subject(),
                assignment.occurrence(),
                assignment.openedAt(),
                assignment.due().windowFrom(),
                due == null ? null : Days.dayOf(due.minusMillis(1)),
                due,
                assignment.parties().recipientId(),
                assignment.parties().viaId(),
                assignment.tally().required(),
                assignment.tally().recorded(),
                assignment.receivedAt(),
                assignment.isFulfilled(),
                assignment.fulfilledAt(),
                assignment.receipt().returnedUntil(),
                assignment.waivedAt(),
                assignment.release().closedAt(),
                assignment.transfer().toOrganisationId(),
                assignment.transfer().toAssignmentId(),
                assignment.transfer().at(),
                assignment.transfer().fromAssignmentId(),
                assignment.byHand().statedOn());
    }
}
