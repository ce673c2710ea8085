package vn.tiendo.plans.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Occurrence.Rule;
import vn.tiendo.plans.deadline.Occurrence.Step;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

/// Finds the days that a deadline names: one, those listed, or those that come back inside the plan's period.
///
/// @param inPeriod whether a named day belongs to the plan; a day that could only be met before or after it does not
record DueDays(LocalDate first, LocalDate last, WorkingDays calendar, Predicate<LocalDate> inPeriod) {

    private static final int MONTHS_OF_YEAR = 12;

    /// A day as the document names it, before anything is done to it.
    record Named(String label, LocalDate day, List<Step> steps) {}

    /// @return nothing when the words leave the day open
    List<Named> of(Deadline deadline) {
        var recurrence = deadline.recurrence();
        if (deadline.hasOccurrences()) {
            return listed(deadline.namedOccurrences().stream().sorted().toList());
        }
        if (recurrence == null || recurrence.freq() == Frequency.UNSPECIFIED) {
            var day = deadline.date();
            return day == null
                    ? List.of()
                    : List.of(new Named(Integer.toString(day.getYear()), day, List.of(new Step(Rule.NAMED_DAY, day))));
        }
        return recurrence.freq() == Frequency.WEEKLY ? weekly(recurrence, deadline) : monthly(recurrence, deadline);
    }

    /// Known by their year where that tells them apart, else by their month, else by the day itself.
    private static List<Named> listed(List<LocalDate> days) {
        var perYear = days.stream().collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()));
        var perMonth = days.stream().collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
        var years = perYear.values().stream().allMatch(count -> count == 1);
        var months = perMonth.values().stream().allMatch(count -> count == 1);
        return days.stream()
                .map(day -> new Named(
                        years
                                ? Integer.toString(day.getYear())
                                : months ? YearMonth.from(day).toString() : day.toString(),
                        day,
                        List.of(new Step(Rule.LISTED_DAY, day))))
                .toList();
    }

    private List<Named> weekly(Recurrence recurrence, Deadline deadline) {
        var example = deadline.date();
        if (recurrence.weekday() == null && example == null) {
            return List.of();
        }
        var weekday = recurrence.weekday() == null
                ? Objects.requireNonNull(example).getDayOfWeek()
                : DayOfWeek.of(recurrence.weekday());
        return Stream.iterate(
                        first.with(TemporalAdjusters.previousOrSame(weekday)),
                        day -> !day.isAfter(last.plusWeeks(1)),
                        day -> day.plusWeeks(1))
                .filter(inPeriod)
                .map(day -> new Named(CalendarPeriod.weekOf(day), day, List.of(new Step(Rule.RECURS_IN_YEAR, day))))
                .toList();
    }

    private List<Named> monthly(Recurrence recurrence, Deadline deadline) {
        var example = deadline.date();
        var month = recurrence.monthInTurn(example == null ? null : example.getMonthValue());
        var day = recurrence.day() != null
                ? recurrence.day()
                : example == null ? null : (Integer) example.getDayOfMonth();
        if (month == null || (day == null && !recurrence.isOnLastWorkingDay())) {
            return List.of();
        }
        var named = new ArrayList<Named>();
        for (var at = firstTurn(recurrence, example, month);
                !at.isAfter(YearMonth.from(last).plusMonths(1));
                at = at.plusMonths(recurrence.freq().months())) {
            var found = recurrence.isOnLastWorkingDay() ? lastWorkingDay(at) : onDay(at, Objects.requireNonNull(day));
            var date = Objects.requireNonNull(found.getLast().day());
            if (inPeriod.test(date)) {
                named.add(new Named(label(recurrence.freq(), at), date, found));
            }
        }
        return List.copyOf(named);
    }

    private static List<Step> onDay(YearMonth month, int day) {
        var date = month.atDay(Math.min(day, month.lengthOfMonth()));
        var recurs = new Step(Rule.RECURS_IN_YEAR, date);
        return day > month.lengthOfMonth()
                ? List.of(recurs, new Step(Rule.CLAMPED_TO_MONTH_END, date))
                : List.of(recurs);
    }

    private List<Step> lastWorkingDay(YearMonth month) {
        return List.of(new Step(Rule.LAST_WORKING_DAY_OF_MONTH, calendar.onOrBefore(month.atEndOfMonth())));
    }

    /// Every three years falls due in the year of the named day, else when three years have passed.
    private YearMonth firstTurn(Recurrence recurrence, @Nullable LocalDate example, int month) {
        var turn = recurrence.freq().months();
        if (turn > MONTHS_OF_YEAR) {
            var year = example != null ? example.getYear() : first.getYear() + turn / MONTHS_OF_YEAR - 1;
            return YearMonth.of(year, month + 1);
        }
        return YearMonth.of(first.getYear(), month + 1);
    }

    static String label(Frequency frequency, YearMonth month) {
        return switch (frequency) {
            case MONTHLY -> month.toString();
            case QUARTERLY -> month.getYear() + "-Q" + ((month.getMonthValue() - 1) / 3 + 1);
            case HALF_YEARLY -> month.getYear() + "-H" + ((month.getMonthValue() - 1) / 6 + 1);
            case YEARLY, EVERY_3_YEARS, WEEKLY, UNSPECIFIED -> Integer.toString(month.getYear());
        };
    }
}
