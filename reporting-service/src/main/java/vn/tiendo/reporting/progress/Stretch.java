package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days in a row whose changes are kept added up, so that the number of a day is the sum of a few rows, on however many
/// days something changed.
enum Stretch {
    DAY,

    /// Five days of a month; the last one goes on to its end.
    SIXTH,

    MONTH;

    private static final int DAYS_OF_A_SIXTH = 5;

    /// The first day of the stretch in which a day lies.
    LocalDate beginning(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case SIXTH -> day.withDayOfMonth(1 + sixth(day) * DAYS_OF_A_SIXTH);
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /// Where one stretch ends and the next begins, as near to this day as possible.
    LocalDate nearestEdge(LocalDate day) {
        var before = beginning(day);
        var after = end(day);
        return ChronoUnit.DAYS.between(before, day) <= ChronoUnit.DAYS.between(day, after) ? before : after;
    }

    private LocalDate end(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case SIXTH -> sixth(day) < 5 ? beginning(day).plusDays(DAYS_OF_A_SIXTH) : MONTH.end(day);
            case MONTH -> day.withDayOfMonth(1).plusMonths(1);
        };
    }

    private static int sixth(LocalDate day) {
        return Math.min(5, (day.getDayOfMonth() - 1) / DAYS_OF_A_SIXTH);
    }
}
