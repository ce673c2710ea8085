package vn.tiendo.reporting.progress;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
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
        @Nullable Instant dueAt,
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
    public List<Part> parts() {
        return switch (status) {
            case WITHDRAWN -> List.of();
            case EXPECTED, DRAFT -> List.of(part(State.OPEN, dueAt));
            case RETURNED -> List.of(part(State.OPEN, deadlineAfterReturn()));
            case SUBMITTED, RECEIVED, FORWARDED -> List.of(part(late ? State.SUBMITTED_LATE : State.SUBMITTED, dueAt));
            case ACCEPTED -> List.of(part(late ? State.DONE_LATE : State.DONE, dueAt));
        };
    }

    private @Nullable Instant deadlineAfterReturn() {
        return !late && dueAt != null && returnedUntil != null && returnedUntil.isAfter(dueAt) ? returnedUntil : dueAt;
    }

    private Part part(State state, @Nullable Instant deadline) {
        return new Part(Source.REPORT, id, kind, Part.dueDay(deadline), state, 1, planId, organisationId, acceptedAt);
    }
}
