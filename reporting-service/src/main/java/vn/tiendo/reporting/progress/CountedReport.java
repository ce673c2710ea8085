package vn.tiendo.reporting.progress;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that progress reads of `reporting.report.v1`. It reads its own service's topic like any other, so that
/// counts are made from topics alone and no command waits for the row of a province.
public record CountedReport(
        UUID id,
        UUID planId,
        UUID organisationId,
        String kind,
        Status status,
        @Nullable Instant expectedAt,
        @Nullable Instant dueAt,
        @Nullable Instant submittedAt,
        @Nullable Instant returnedAt,
        @Nullable Instant returnedUntil,
        @Nullable Instant acceptedAt,
        boolean late)
        implements Counted {

    public CountedReport {
        requireNonNull(id);
        requireNonNull(planId);
        requireNonNull(organisationId);
        requireNonNull(kind);
        requireNonNull(status);
    }

    enum Status {
        EXPECTED,
        DRAFT,
        SUBMITTED,
        RECEIVED,
        FORWARDED,
        ACCEPTED,
        RETURNED,
        WITHDRAWN
    }

    @Override
    public Optional<Part> part() {
        var course = Stage.since(expectedAt, State.OPEN);
        return switch (status) {
            case WITHDRAWN -> Optional.empty();
            case EXPECTED, DRAFT -> Optional.of(part(course, dueAt));
            case RETURNED ->
                Optional.of(part(course.then(submittedAt, in()).end(returnedAt, State.OPEN), deadlineAfterReturn()));
            case SUBMITTED, RECEIVED, FORWARDED -> Optional.of(part(course.end(submittedAt, in()), dueAt));
            case ACCEPTED ->
                Optional.of(part(
                        course.then(submittedAt, in()).end(acceptedAt, late ? State.DONE_LATE : State.DONE), dueAt));
        };
    }

    private State in() {
        return late ? State.SUBMITTED_LATE : State.SUBMITTED;
    }

    private @Nullable Instant deadlineAfterReturn() {
        return !late && dueAt != null && returnedUntil != null && returnedUntil.isAfter(dueAt) ? returnedUntil : dueAt;
    }

    private Part part(Stage.Course course, @Nullable Instant deadline) {
        return new Part(
                Source.REPORT,
                id,
                kind,
                Part.dueDay(deadline),
                course.stages(),
                planId,
                organisationId,
                status == Status.ACCEPTED ? acceptedAt : null);
    }
}
