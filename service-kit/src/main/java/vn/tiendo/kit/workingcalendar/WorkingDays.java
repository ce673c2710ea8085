package vn.tiendo.kit.workingcalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/// Tells working days from days off: weekends rest unless made up for, listed holidays rest.
///
/// @param exceptions days that differ from the week's rule: `true` a working Saturday or Sunday, `false` a day off
public record WorkingDays(Map<LocalDate, Boolean> exceptions) {

    /// A calendar in which a holiday never ends would be wrong data; searching stops after a year.
    private static final int FARTHEST = 366;

    public boolean isWorking(LocalDate day) {
        var exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /// The day itself when it is a working day, else the next one.
    public LocalDate onOrAfter(LocalDate day) {
        return search(day, 1);
    }

    /// The day itself when it is a working day, else the one before.
    public LocalDate onOrBefore(LocalDate day) {
        return search(day, -1);
    }

    /// The n-th working day after a day; the day itself is not counted (Civil Code 2015, article 147).
    ///
    /// @param n 0 leaves the day as it is, working or not; negative counts backwards
    public LocalDate plus(LocalDate day, int n) {
        var step = n < 0 ? -1 : 1;
        var reached = day;
        for (int counted = 0; counted < Math.abs(n); counted++) {
            reached = search(reached.plusDays(step), step);
        }
        return reached;
    }

    private LocalDate search(LocalDate from, int step) {
        var day = from;
        for (int looked = 0; looked < FARTHEST; looked++) {
            if (isWorking(day)) {
                return day;
            }
            day = day.plusDays(step);
        }
        throw new IllegalStateException("The calendar has no working day within a year of " + from);
    }
}
