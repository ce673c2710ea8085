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
    public List<Part> parts(@Nullable String path) {
        return switch (status) {
            case WITHDRAWN -> List.of();
            case EXPECTED, DRAFT -> List.of(part(State.OPEN, dueAt, path));
            case RETURNED -> List.of(part(State.OPEN, deadlineAfterReturn(), path));
            case SUBMITTED, RECEIVED, FORWARDED ->
                List.of(part(late ? State.SUBMITTED_LATE : State.SUBMITTED, dueAt, path));
            case ACCEPTED -> List.of(part(late ? State.DONE_LATE : State.DONE, dueAt, path));
        };
    }

    private @Nullable Instant deadlineAfterReturn() {
        return !late && dueAt != null && returnedUntil != null && returnedUntil.isAfter(dueAt) ? returnedUntil : dueAt;
    }

    private Part part(State state, @Nullable Instant deadline, @Nullable String path) {
        return new Part(Source.REPORT, id, kind, Part.dueDay(deadline), state, 1, planId, organisationId, path);
    }
}
