package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;

/// The JSON of what a change of the calendar does to deadlines.
final class CalendarChangeApi {

    private CalendarChangeApi() {}

    /// @param days what the calendar would list afterwards
    record ProposedDays(@NotNull @Size(max = 2000) List<@Valid @NotNull Day> days) {}

    /// @param from last on-time day now
    /// @param to last on-time day after the change
    /// @param because the changed days that lie between
    record WouldMove(
            UUID assignmentId,
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            String occurrence,
            LocalDate from,
            LocalDate to,
            List<DayChange> because) {}

    /// @param total how many open deadlines would move, on all pages
    /// @param changes the days that would change
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangePreview(
            long total,
            List<DayChange> changes,
            List<WouldMove> items,
            @Nullable String nextCursor) {}

    /// A move that the calendar has made.
    ///
    /// @param because the changed days that made it, each with its decision
    record Move(UUID changeId, LocalDate from, LocalDate to, Instant movedAt, List<DayChange> because) {

        /// The days and their decisions, in the words of the calendar.
        String reason() {
            return because.stream()
                    .map(DayChange::entry)
                    .map(day -> day.name() + ": " + day.source())
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }
}
