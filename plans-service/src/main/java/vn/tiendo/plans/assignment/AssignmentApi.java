package vn.tiendo.plans.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// The JSON of assignments.
final class AssignmentApi {

    private AssignmentApi() {}

    /// @param reason kept with the assignment and in the audit trail
    record Reasoned(@NotBlank @Size(max = 1000) String reason) {}

    /// What somebody says is fulfilled.
    ///
    /// @param statedOn the day on which it was done, as the clerk states it; the server's receipt decides lateness
    /// @param evidence stored documents or activities that show it
    record Mark(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable LocalDate statedOn,
            @Nullable @Size(max = 20) List<@Valid @NotNull Evidence> evidence) {

        List<Evidence> evidenceGiven() {
            return Objects.requireNonNullElse(evidence, List.of());
        }
    }

    /// @param organisationId who owes it from now on; below the issuer of the plan
    record Transferral(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = 1000) String reason) {}

    /// Which open assignments are waived at once; a plan or an obligation is named.
    record WaiverOfMany(
            @Nullable UUID plan,
            @Nullable UUID obligation,
            @Nullable UUID organisation,
            @Nullable ObligationKind kind,
            @Nullable @Size(max = 200) String occurrence,
            @NotBlank @Size(max = 1000) String reason) {

        AssignmentFilter filter(@Nullable String below) {
            return new AssignmentFilter(
                    plan, obligation, below, kind, occurrence, AssignmentFilter.OPEN, null, null, null);
        }
    }

    /// @param refusal code of the problem; absent when it was waived
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaiverOutcome(
            UUID id,
            UUID organisationId,
            boolean waived,
            @Nullable String refusal) {

        static WaiverOutcome waived(Assignment assignment) {
            return new WaiverOutcome(assignment.id(), assignment.organisationId(), true, null);
        }

        static WaiverOutcome refused(Assignment assignment, String code) {
            return new WaiverOutcome(assignment.id(), assignment.organisationId(), false, code);
        }
    }

    /// @param nextCursor send the request again with it; absent when there is nothing left
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaiverOutcomes(
            List<WaiverOutcome> items, int waived, @Nullable String nextCursor) {}

    /// One line of a history.
    ///
    /// @param what opened, submitted, fulfilled, reopened, counted, extended, rescheduled, waived,
    /// transferred, redirected, amended, closed
    /// @param actor identity of who did it; absent for facts
    /// @param fact what has caused it when nobody decided it: plan, report, registrations, activity,
    /// nominations, theme …
    /// @param standing how it stood afterwards
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String what,
            Instant at,
            @Nullable String actor,
            @Nullable String fact,
            @Nullable String reason,
            @Nullable Standing standing,
            @Nullable LocalDate dueDay,
            @Nullable Instant receivedAt,
            @Nullable Integer recordedCount,
            @Nullable UUID otherAssignmentId) {

        static ChangeView opening(Assignment assignment) {
            return new ChangeView(
                    "opened",
                    assignment.openedAt(),
                    null,
                    "plan",
                    null,
                    null,
                    assignment.due().originalDay(),
                    null,
                    null,
                    assignment.transfer().fromAssignmentId());
        }

        static ChangeView of(AssignmentChange change) {
            return new ChangeView(
                    change.what(),
                    change.happenedAt(),
                    change.actor(),
                    change.fact(),
                    change.reason(),
                    change.standing(),
                    change.dueDay(),
                    change.receivedAt(),
                    change.recordedCount(),
                    change.otherAssignmentId());
        }
    }

    record ChangePage(List<ChangeView> items, @Nullable String nextCursor) {}

    /// @param lastDay the new last on-time day
    record Extension(
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 1000) String reason) {}

    /// @param dueDay last on-time day
    /// @param dueAt first instant that is too late
    /// @param receivedAt the server's receipt, which lateness is judged by; statedOn decides nothing
    /// @param originalDueDay the day that extensions are measured from
    /// @param markedAt when somebody marked it as fulfilled by hand
    /// @param tooMany more than maxCount were recorded
    /// @param atRisk what it depends on is overdue: the same of a direct child, or what serves it; for open ones
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
            @Nullable Integer targetCount,
            @Nullable Integer maxCount,
            int recordedCount,
            @Nullable Boolean tooMany,
            @Nullable Instant receivedAt,
            @Nullable Instant fulfilledAt,
            @Nullable Instant returnedUntil,
            @Nullable Instant waivedAt,
            @Nullable Instant transferredAt,
            @Nullable UUID transferredToOrganisationId,
            @Nullable UUID transferredToAssignmentId,
            @Nullable UUID transferredFromAssignmentId,
            Instant openedAt,
            @Nullable LocalDate originalDueDay,
            @Nullable Instant markedAt,
            @Nullable LocalDate statedOn,
            @Nullable List<Evidence> evidence,
            @Nullable Boolean atRisk,
            @Nullable String reason) {

        static AssignmentView of(Assignment assignment, Instant now) {
            return of(assignment, now, null);
        }

        static AssignmentView of(Assignment assignment, Instant now, @Nullable Boolean atRisk) {
            var byHand = assignment.byHand();
            return new AssignmentView(
                    assignment.id(),
                    assignment.planId(),
                    assignment.obligationId(),
                    assignment.organisationId(),
                    assignment.kind(),
                    assignment.demand().form(),
                    assignment.demand().subject(),
                    assignment.occurrence(),
                    assignment.due().windowFrom(),
                    assignment.due().windowTo(),
                    assignment.dueDay(),
                    assignment.dueAt(),
                    assignment.openUntil(),
                    assignment.standing(now),
                    assignment.parties().recipientId(),
                    assignment.parties().viaId(),
                    assignment.tally().required(),
                    assignment.tally().target(),
                    assignment.tally().most(),
                    assignment.tally().recorded(),
                    assignment.tally().isTooMany() ? true : null,
                    assignment.receivedAt(),
                    assignment.fulfilledAt(),
                    assignment.receipt().returnedUntil(),
                    assignment.waivedAt(),
                    assignment.transfer().at(),
                    assignment.transfer().toOrganisationId(),
                    assignment.transfer().toAssignmentId(),
                    assignment.transfer().fromAssignmentId(),
                    assignment.openedAt(),
                    assignment.due().originalDay(),
                    byHand.at(),
                    byHand.statedOn(),
                    byHand.evidence().isEmpty() ? null : byHand.evidence(),
                    atRisk,
                    assignment.reason());
        }
    }

    record AssignmentPage(
            List<AssignmentView> items, @Nullable String nextCursor) {}
}
