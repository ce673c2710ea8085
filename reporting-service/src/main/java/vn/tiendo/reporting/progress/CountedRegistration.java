package vn.tiendo.reporting.progress;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that progress reads of `registrations.registration.v1`: one record per member and campaign. Judged by its
/// instants, so that a status that is new here counts as what it came from.
///
/// @param organisationId the unit that keeps it
/// @param countedAt receipt that lateness is judged by
/// @param receivedAt receipt of the newest version
/// @param leftAt when the member left the roster before anything was in
public record CountedRegistration(
        UUID id,
        UUID campaignId,
        UUID planId,
        UUID organisationId,
        @Nullable Instant owedAt,
        @Nullable Instant dueAt,
        @Nullable Instant receivedAt,
        @Nullable Instant countedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant returnedAt,
        @Nullable Instant exemptedAt,
        @Nullable Instant leftAt)
        implements Counted {

    public CountedRegistration {
        requireNonNull(id);
        requireNonNull(campaignId);
        requireNonNull(planId);
        requireNonNull(organisationId);
    }

    @Override
    public Optional<Part> part() {
        return Optional.of(new Part(
                Source.REGISTRATION,
                id,
                campaignId.toString(),
                Part.dueDay(dueAt),
                stages(),
                planId,
                organisationId,
                settledAt()));
    }

    private @Nullable Instant settledAt() {
        if (leftAt != null) {
            return leftAt;
        }
        return acceptedAt == null ? exemptedAt : acceptedAt;
    }

    private List<Stage> stages() {
        var course = Stage.since(owedAt, State.OPEN);
        if (exemptedAt != null) {
            if (countedAt != null && countedAt.isBefore(exemptedAt)) {
                course.then(countedAt, State.SUBMITTED);
            }
            course.then(exemptedAt, State.EXEMPT);
        } else {
            submissions(course);
        }
        return course.then(acceptedAt, isLate() ? State.ACCEPTED_LATE : State.ACCEPTED)
                .then(leftAt, State.LEFT)
                .stages();
    }

    /// The version that counts, its return, and the version that came back.
    private void submissions(Stage.Course course) {
        var in = isLate() ? State.SUBMITTED_LATE : State.SUBMITTED;
        var received = receivedAt == null ? countedAt : receivedAt;
        if (returnedAt == null) {
            course.then(countedAt == null ? received : countedAt, in);
            return;
        }
        if (countedAt != null && countedAt.isBefore(returnedAt)) {
            course.then(countedAt, in);
        }
        course.then(returnedAt, State.RETURNED);
        if (received != null && received.isAfter(returnedAt)) {
            course.then(received, in);
        }
    }

    /// Who is exempt owes nothing, so what comes all the same is not late.
    private boolean isLate() {
        var counted = countedAt == null ? receivedAt : countedAt;
        return exemptedAt == null && dueAt != null && counted != null && !counted.isBefore(dueAt);
    }
}
