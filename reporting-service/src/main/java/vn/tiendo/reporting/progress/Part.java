package vn.tiendo.reporting.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// What one thing adds to the counts along the path of its organisation. An assignment or a report is one part, the
/// registrations of a unit are one part per state.
///
/// @param kind kind of obligation, or id of the campaign
/// @param dueDay last day that is on time, [#NEVER] when there is none
/// @param settledOn the day on which nothing was open any more; from then on it stays counted in the tree of that day
/// @param path the path it is counted along; null parks it until its organisation is known
record Part(
        Source source,
        UUID id,
        String kind,
        LocalDate dueDay,
        State state,
        int total,
        UUID planId,
        UUID organisationId,
        @Nullable LocalDate settledOn,
        @Nullable String path) {

    /// Not placed yet: the path follows from the organisation and the day.
    Part(
            Source source,
            UUID id,
            String kind,
            LocalDate dueDay,
            State state,
            int total,
            UUID planId,
            UUID organisationId,
            @Nullable Instant settledAt) {
        this(
                source,
                id,
                kind,
                dueDay,
                state,
                total,
                planId,
                organisationId,
                settledAt == null ? null : Days.dayOf(settledAt),
                null);
    }

    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /// The last day that is on time, of the first instant that is too late.
    static LocalDate dueDay(@Nullable Instant dueAt) {
        return dueAt == null ? NEVER : Days.dayOf(dueAt.minusNanos(1));
    }
}
