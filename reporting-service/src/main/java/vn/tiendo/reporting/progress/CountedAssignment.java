package vn.tiendo.reporting.progress;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that progress reads of `plans.assignment.v1`.
///
/// @param dueAt first instant that is too late as things stand: after a return in time, that of the correction
public record CountedAssignment(
        UUID id,
        UUID planId,
        UUID organisationId,
        String kind,
        @Nullable Instant dueAt,
        @Nullable Instant receivedAt,
        boolean accepted,
        @Nullable Instant fulfilledAt,
        @Nullable Instant waivedAt,
        @Nullable UUID transferredToOrganisationId,
        @Nullable Instant transferredAt)
        implements Counted {

    public CountedAssignment {
        requireNonNull(id);
        requireNonNull(planId);
        requireNonNull(organisationId);
        requireNonNull(kind);
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(
                Source.ASSIGNMENT, id, kind, Part.dueDay(dueAt), state(), 1, planId, organisationId, settledAt()));
    }

    private @Nullable Instant settledAt() {
        return switch (state()) {
            case TRANSFERRED -> transferredAt;
            case WAIVED -> waivedAt;
            case DONE, DONE_LATE -> fulfilledAt == null ? receivedAt : fulfilledAt;
            default -> null;
        };
    }

    /// A slow superior makes nobody late: what counts is when the version was received that was later accepted.
    private State state() {
        if (transferredToOrganisationId != null) {
            return State.TRANSFERRED;
        }
        if (waivedAt != null) {
            return State.WAIVED;
        }
        if (accepted) {
            var received = receivedAt == null ? fulfilledAt : receivedAt;
            return dueAt == null || received == null || received.isBefore(dueAt) ? State.DONE : State.DONE_LATE;
        }
        return receivedAt == null ? State.OPEN : State.SUBMITTED;
    }
}
