package vn.tiendo.plans.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of working calendars.
public final class CalendarApi {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private CalendarApi() {}

    /// The document that makes a day off or a working day.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            @Nullable @Size(max = 60) String number,
            @Nullable LocalDate date,
            @Nullable @Size(max = 200) String issuer,
            @NotBlank @Size(max = 300) String title) {

        String citation() {
            var parts = new ArrayList<String>();
            if (number != null) {
                parts.add("số " + number);
            }
            if (date != null) {
                parts.add("ngày " + date.format(DAY));
            }
            if (issuer != null) {
                parts.add(issuer);
            }
            return parts.isEmpty() ? title : title + " (" + String.join(", ", parts) + ")";
        }
    }

    /// @param source the decision as it is cited; made from `decision` where absent, and one of both is needed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Day(
            @NotNull LocalDate date,
            @NotNull DayKind kind,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 700) String source,
            @Nullable @Valid Decision decision) {

        static Day of(CalendarDay day) {
            return new Day(day.day(), day.kind(), day.name(), day.source(), day.decision());
        }
    }

    record CalendarContent(@NotNull @Size(max = 2000) List<@Valid @NotNull Day> days) {}

    /// @param organisationId whose closures these are; absent for the calendar of the country
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CalendarView(UUID id, String code, @Nullable UUID organisationId, List<Day> days) {

        static CalendarView of(WorkingCalendar calendar) {
            return of(calendar, null);
        }

        /// @param year only the days of this year; null for all
        static CalendarView of(WorkingCalendar calendar, @Nullable Integer year) {
            return new CalendarView(
                    calendar.id(),
                    calendar.code(),
                    calendar.organisationId(),
                    calendar.days().stream()
                            .filter(day -> year == null || day.day().getYear() == year)
                            .map(Day::of)
                            .toList());
        }
    }

    /// @param days how many days the calendar lists
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CalendarSummary(UUID id, String code, @Nullable UUID organisationId, int days) {
        static CalendarSummary of(WorkingCalendar calendar) {
            return new CalendarSummary(
                    calendar.id(),
                    calendar.code(),
                    calendar.organisationId(),
                    calendar.days().size());
        }
    }

    record CalendarPage(
            List<CalendarSummary> items, @Nullable String nextCursor) {}

    /// One day before and after a change.
    ///
    /// @param before absent when the day followed the rule of the week
    /// @param after absent when it follows the rule of the week again
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DayChange(
            LocalDate date, @Nullable Day before, @Nullable Day after) {

        /// The entry that explains the change: the new one, or the one that was taken away.
        public Day entry() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    /// @param version of the calendar after the change
    /// @param byPostId the post that allowed it; absent for what the service ships
    /// @param movedCount deadlines that have been moved because of it
    /// @param finishedAt when the last one was moved; absent while that goes on
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            UUID id,
            long version,
            Instant changedAt,
            @Nullable UUID byPostId,
            List<DayChange> days,
            int movedCount,
            @Nullable Instant finishedAt) {
        static ChangeView of(CalendarChange change) {
            return new ChangeView(
                    change.id(),
                    change.calendarVersion(),
                    change.changedAt(),
                    change.postId(),
                    change.days(),
                    change.movedCount(),
                    change.finishedAt());
        }
    }

    record ChangePage(List<ChangeView> items, @Nullable String nextCursor) {}
}
