package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/// By how much a column changed on a day, or in the month that begins on it, at or below a path. One order, in which
/// every writer locks them.
record DayCell(UUID planId, String path, LocalDate day, Column what, String kind) implements Comparable<DayCell> {

    private static final Comparator<DayCell> ORDER = Comparator.comparing(DayCell::planId)
            .thenComparing(DayCell::path)
            .thenComparing(DayCell::day)
            .thenComparing(DayCell::what)
            .thenComparing(DayCell::kind);

    DayCell ofMonth() {
        return new DayCell(planId, path, day.withDayOfMonth(1), what, kind);
    }

    @Override
    public int compareTo(DayCell other) {
        return ORDER.compare(this, other);
    }
}
