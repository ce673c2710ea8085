package vn.tiendo.reporting.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// What one thing adds to the counts along the path of its organisation.
///
/// @param kind kind of obligation, or id of the campaign
/// @param dueDay last day that is on time as things stand, [#NEVER] when there is none
/// @param stages what it was since when; the last one is what it is
/// @param settledOn the day on which nothing was open any more; from then on it stays counted in the tree of that day
/// @param path the path it is counted along today; null parks it until its organisation is known
record Part(
        Source source,
        UUID id,
        String kind,
        LocalDate dueDay,
        List<Stage> stages,
        UUID planId,
        UUID organisationId,
        @Nullable LocalDate settledOn,
        @Nullable String path,
        Whereabouts whereabouts) {

    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /// Not placed yet: the path follows from the organisation and the day.
    Part(
            Source source,
            UUID id,
            String kind,
            LocalDate dueDay,
            List<Stage> stages,
            UUID planId,
            UUID organisationId,
            @Nullable Instant settledAt) {
        this(
                source,
                id,
                kind,
                dueDay,
                stages,
                planId,
                organisationId,
                settledAt == null ? null : Days.dayOf(settledAt),
                null,
                Whereabouts.NOWHERE);
    }

    /// The last day that is on time, of the first instant that is too late.
    static LocalDate dueDay(@Nullable Instant dueAt) {
        return dueAt == null ? NEVER : Days.dayOf(dueAt.minusNanos(1));
    }

    State state() {
        return stages.getLast().state();
    }

    /// @param today where its organisation stands
    /// @param closedOn the day from which nothing of it can change, if it is not settled
    Part placed(Whereabouts known, @Nullable String today, @Nullable LocalDate closedOn) {
        var last = settledOn == null ? closedOn : settledOn;
        if (known.isNowhere() || last == null) {
            return at(today, known);
        }
        return at(known.on(last), known.settledOn(last));
    }

    private Part at(@Nullable String newPath, Whereabouts newWhereabouts) {
        return new Part(source, id, kind, dueDay, stages, planId, organisationId, settledOn, newPath, newWhereabouts);
    }

    /// In which columns it counted when.
    void spans(BiConsumer<Column, Span> span) {
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var stay = new Span(
                    stage.from(), i + 1 < stages.size() ? stages.get(i + 1).from() : NEVER);
            for (var column : Column.values()) {
                if (column.source() == source && column.counts(stage.state())) {
                    var counted = column.within(stay, dueDay);
                    if (!counted.isEmpty()) {
                        span.accept(column, counted);
                    }
                }
            }
        }
    }
}
