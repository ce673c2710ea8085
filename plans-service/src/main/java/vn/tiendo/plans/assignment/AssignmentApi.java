package vn.tiendo.plans.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// The JSON of assignments.
final class AssignmentApi {

    private AssignmentApi() {}

    /// @param reason kept with the assignment and in the audit trail
    record Reasoned(@NotBlank @Size(max = 1000) String reason) {}

    /// @param lastDay the new last on-time day
    record Extension(
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 1000) String reason) {}

    /// @param dueDay last on-time day
    /// @param dueAt first instant that is too late
    /// @param openUntil first instant that is too late as things stand, later than dueAt while a correction is out
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentView(
            UUID id,
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            ObligationKind kind,
            @Nullable String form,
            String subject,
            String occurrence,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowTo,
            @Nullable LocalDate dueDay,
            @Nullable Instant dueAt,
            @Nullable Instant openUntil,
            Standing standing,
            @Nullable UUID recipientOrganisationId,
            @Nullable UUID viaOrganisationId,
            int requiredCount,
            int recordedCount,
            @Nullable Instant receivedAt,
            @Nullable Instant fulfilledAt,
            @Nullable Instant returnedUntil,
            @Nullable Instant waivedAt,
            @Nullable Instant transferredAt,
            @Nullable UUID transferredToOrganisationId,
            @Nullable UUID transferredToAssignmentId,
            @Nullable UUID transferredFromAssignmentId,
            @Nullable String reason) {

        static AssignmentView of(Assignment assignment, Instant now) {
            return new AssignmentView(
                    assignment.id(),
                    assignment.planId(),
                    assignment.obligationId(),
                    assignment.organisationId(),
                    assignment.kind(),
                    assignment.form(),
                    assignment.subject(),
                    assignment.occurrence(),
                    assignment.windowFrom(),
                    assignment.windowTo(),
                    assignment.dueDay(),
                    assignment.dueAt(),
                    assignment.openUntil(),
                    assignment.standing(now),
                    assignment.recipientOrganisationId(),
                    assignment.viaOrganisationId(),
                    assignment.requiredCount(),
                    assignment.recordedCount(),
                    assignment.receipt().receivedAt(),
                    assignment.receipt().fulfilledAt(),
                    assignment.receipt().returnedUntil(),
                    assignment.waivedAt(),
                    assignment.transfer().at(),
                    assignment.transfer().toOrganisationId(),
                    assignment.transfer().toAssignmentId(),
                    assignment.transfer().fromAssignmentId(),
                    assignment.reason());
        }
    }

    record AssignmentPage(
            List<AssignmentView> items, @Nullable String nextCursor) {}
}
