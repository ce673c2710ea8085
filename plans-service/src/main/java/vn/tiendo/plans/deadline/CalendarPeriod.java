package vn.tiendo.plans.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/// A stretch of days with a first and a last one, and the names that such stretches have in documents.
record CalendarPeriod(LocalDate from, LocalDate to) {

    private static final int DAYS_OF_WEEK = 7;

    /// Months, quarters, half-years or years of the calendar that have a day between the two.
    ///
    /// @param months 1, 3, 6 or 12
    static List<CalendarPeriod> every(int months, LocalDate first, LocalDate last) {
        var start = YearMonth.of(first.getYear(), (first.getMonthValue() - 1) / months * months + 1);
        return Stream.iterate(start, month -> !month.atDay(1).isAfter(last), month -> month.plusMonths(months))
                .map(month -> new CalendarPeriod(
                        month.atDay(1), month.plusMonths(months - 1L).atEndOfMonth()))
                .toList();
    }

    /// Weeks from Monday to Sunday that have a day between the two.
    static List<CalendarPeriod> everyWeek(LocalDate first, LocalDate last) {
        var monday = first.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        return Stream.iterate(monday, day -> !day.isAfter(last), day -> day.plusDays(DAYS_OF_WEEK))
                .map(day -> new CalendarPeriod(day, day.plusDays(DAYS_OF_WEEK - 1L)))
                .toList();
    }

    static CalendarPeriod year(int year) {
        return new CalendarPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean touches(LocalDate first, LocalDate last) {
        return !to.isBefore(first) && !from.isAfter(last);
    }

    /// The same stretch so many months later; whole months stay whole months.
    CalendarPeriod plusMonths(long months) {
        var ends = YearMonth.from(to).plusMonths(months);
        var day = endsWithMonth() ? ends.lengthOfMonth() : Math.min(to.getDayOfMonth(), ends.lengthOfMonth());
        return new CalendarPeriod(from.plusMonths(months), ends.atDay(day));
    }

    CalendarPeriod plusWeeks(long weeks) {
        return new CalendarPeriod(from.plusWeeks(weeks), to.plusWeeks(weeks));
    }

    /// A stretch of the same length that ends on another day.
    CalendarPeriod endingOn(LocalDate day) {
        if (from.getDayOfMonth() == 1 && endsWithMonth()) {
            var months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
            return new CalendarPeriod(YearMonth.from(day).minusMonths(months).atDay(1), day);
        }
        return new CalendarPeriod(day.minusDays(ChronoUnit.DAYS.between(from, to)), day);
    }

    private boolean endsWithMonth() {
        return to.getDayOfMonth() == to.lengthOfMonth();
    }

    /// `2024-03`, `2024-Q1`, `2024-H1`, `2024`, or `2023-2025`.
    String label() {
        var month = YearMonth.from(from);
        if (month.equals(YearMonth.from(to))) {
            return month.toString();
        }
        if (equals(aligned(3))) {
            return from.getYear() + "-Q" + ((from.getMonthValue() - 1) / 3 + 1);
        }
        if (equals(aligned(6))) {
            return from.getYear() + "-H" + ((from.getMonthValue() - 1) / 6 + 1);
        }
        return from.getYear() == to.getYear() ? Integer.toString(from.getYear()) : from.getYear() + "-" + to.getYear();
    }

    private CalendarPeriod aligned(int months) {
        return every(months, from, from).getFirst();
    }

    static String weekOf(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
