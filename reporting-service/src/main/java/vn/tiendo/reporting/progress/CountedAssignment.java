package vn.tiendo.reporting.progress;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        @Nullable Instant openedAt,
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
    public Optional<Part> part() {
        var stages = stages();
        return Optional.of(new Part(
                Source.ASSIGNMENT,
                id,
                kind,
                Part.dueDay(dueAt),
                stages,
                planId,
                organisationId,
                settledAt(stages.getLast().state())));
    }

    private @Nullable Instant settledAt(State state) {
        return switch (state) {
            case TRANSFERRED -> transferredAt;
            case WAIVED -> waivedAt;
            case DONE, DONE_LATE -> fulfilledAt == null ? receivedAt : fulfilledAt;
            default -> null;
        };
    }

    /// A slow superior makes nobody late: what counts is when the version was received that was later accepted.
    private List<Stage> stages() {
        var late = dueAt != null && receipt() != null && !receipt().isBefore(dueAt);
        var course = Stage.since(openedAt, State.OPEN);
        if (transferredToOrganisationId != null) {
            return course.then(receivedBefore(transferredAt), late ? State.SUBMITTED_LATE : State.SUBMITTED)
                    .end(transferredAt, State.TRANSFERRED)
                    .stages();
        }
        if (waivedAt != null) {
            return course.then(receivedBefore(waivedAt), late ? State.SUBMITTED_LATE : State.SUBMITTED)
                    .end(waivedAt, State.WAIVED)
                    .stages();
        }
        course.then(receivedAt, late ? State.SUBMITTED_LATE : State.SUBMITTED);
        if (accepted) {
            course.end(fulfilledAt, late ? State.DONE_LATE : State.DONE);
        }
        return course.stages();
    }

    private @Nullable Instant receipt() {
        return receivedAt == null && accepted ? fulfilledAt : receivedAt;
    }

    private @Nullable Instant receivedBefore(@Nullable Instant end) {
        return receivedAt != null && end != null && receivedAt.isBefore(end) ? receivedAt : null;
    }
}
