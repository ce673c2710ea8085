package vn.tiendo.plans.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;

/// A change of a calendar as deadlines feel it.
///
/// @param path of the organisation whose subtree it holds for; empty for the country
public record CalendarShift(String path, CalendarLayers before, CalendarLayers after, List<DayChange> days) {

    /// A month: the last working day of one follows days within it.
    private static final int MARGIN = 31;

    /// Every day on which a deadline may end today that the change could move; a superset, never too few.
    ///
    /// A deadline rolls only over days off, so it ended not farther from a changed day than the next day on which
    /// everybody works; and one that is counted back in working days not farther than as many such days.
    ///
    /// @param earlier the most working days that a deadline is counted back
    public List<LocalDate> touchedDays(int earlier) {
        var touched = new TreeSet<LocalDate>();
        for (var day : days) {
            var first = min(before.everybodyWorked(day.date(), earlier), after.everybodyWorked(day.date(), earlier));
            var last = max(before.everybodyWorks(day.date(), 1), after.everybodyWorks(day.date(), 1));
            first.minusDays(MARGIN).datesUntil(last.plusDays(MARGIN + 1L)).forEach(touched::add);
        }
        return List.copyOf(touched);
    }

    /// The changed days between two ends of a deadline, both included: why it moved.
    public List<DayChange> between(LocalDate from, LocalDate to) {
        return between(days, from, to);
    }

    /// @return all of them when none lies between, as with deadlines that are counted in working days
    public static List<DayChange> between(List<DayChange> days, LocalDate from, LocalDate to) {
        var first = min(from, to);
        var last = max(from, to);
        var between = days.stream()
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                .toList();
        return between.isEmpty() ? days : between;
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
