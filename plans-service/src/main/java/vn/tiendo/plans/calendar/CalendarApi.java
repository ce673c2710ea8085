package vn.tiendo.plans.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The JSON of the working calendar.
final class CalendarApi {

    private CalendarApi() {}

    /// @param source the decision that the day comes from, as it is cited
    record Day(
            @NotNull LocalDate date,
            @NotNull CalendarDay.Kind kind,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 300) String source) {}

    record CalendarContent(@NotNull @Size(max = 2000) List<@Valid @NotNull Day> days) {}

    record CalendarView(UUID id, String code, List<Day> days) {
        static CalendarView of(WorkingCalendar calendar) {
            return new CalendarView(
                    calendar.id(),
                    calendar.code(),
                    calendar.days().stream()
                            .map(day -> new Day(day.day(), day.kind(), day.name(), day.source()))
                            .toList());
        }
    }
}
