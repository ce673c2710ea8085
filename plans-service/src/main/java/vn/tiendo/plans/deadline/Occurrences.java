package vn.tiendo.plans.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Occurrence.Rule;
import vn.tiendo.plans.deadline.Occurrence.Step;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

/// Turns a deadline into the occurrences inside a plan's period. Pure: the same input always gives the same days.
///
/// @param periodFrom first day that the plan governs
/// @param periodTo last day that the plan governs, null when the document names no end: then its first year counts
/// @param namedDayCounts whether "trước ngày D" lets D itself count, as the issuing organisation reads it
public record Occurrences(
        LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        boolean namedDayCounts,
        RollOff rollOff,
        WorkingDays calendar) {

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;

    /// @param deadline null when the document demands something without saying by when
    /// @return at least one occurrence
    public List<Occurrence> of(@Nullable Deadline deadline) {
        if (deadline == null) {
            return List.of(withoutDay("once", null, null, null));
        }
        return switch (deadline.type()) {
            case BEFORE_DATE, BY_DATE -> onDays(deadline);
            case WITHIN_PERIOD -> withinPeriods(deadline);
            case RECURRING -> recurring(deadline);
            case COMPLETED_ON -> List.of(done(deadline));
            case END_OF_PERIOD -> endOfPeriods(deadline);
            case ANCHORED -> anchored(deadline);
            case RELATIVE, ONGOING -> perYearIfItComesBack(deadline);
        };
    }

    /// One occurrence per year of the plan, each without a day: what is counted per year, such as meetings.
    public List<Occurrence> perYear() {
        return years().mapToObj(year ->
                        withoutDay(Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null))
                .toList();
    }

    private List<Occurrence> onDays(Deadline deadline) {
        var recurrence = deadline.recurrence();
        if (recurrence == null || recurrence.freq() == Frequency.UNSPECIFIED) {
            var date = required(deadline.date());
            return List.of(
                    onDay(Integer.toString(date.getYear()), date, List.of(new Step(Rule.NAMED_DAY, date)), deadline));
        }
        var occurrences = new ArrayList<Occurrence>();
        for (var month : monthsOf(recurrence, deadline.date())) {
            var day = recurrence.day() != null
                    ? recurrence.day()
                    : required(deadline.date()).getDayOfMonth();
            var date = month.atDay(Math.min(day, month.lengthOfMonth()));
            var steps = new ArrayList<Step>();
            steps.add(new Step(Rule.RECURS_IN_YEAR, date));
            if (day > month.lengthOfMonth()) {
                steps.add(new Step(Rule.CLAMPED_TO_MONTH_END, date));
            }
            occurrences.add(onDay(label(recurrence.freq(), month), date, steps, deadline));
        }
        return occurrences.isEmpty() ? List.of(withoutDay("once", null, null, null)) : List.copyOf(occurrences);
    }

    private Occurrence onDay(String label, LocalDate named, List<Step> read, Deadline deadline) {
        var steps = new ArrayList<>(read);
        var last = named;
        if (deadline.type() == DeadlineType.BEFORE_DATE) {
            if (namedDayCounts) {
                steps.add(new Step(Rule.NAMED_DAY_INCLUDED_BY_ISSUER, named));
            } else {
                last = named.minusDays(1);
                steps.add(new Step(Rule.NAMED_DAY_EXCLUDED, last));
            }
        } else {
            steps.add(new Step(Rule.WHOLE_DAY_INCLUDED, named));
        }
        return new Occurrence(label, null, null, rolled(last, steps), null, null, List.copyOf(steps));
    }

    private List<Occurrence> withinPeriods(Deadline deadline) {
        var from = required(deadline.from());
        var to = required(deadline.to());
        if (deadline.recurrence() == null || deadline.recurrence().freq() != Frequency.YEARLY) {
            return List.of(within(label(from, to), from, to));
        }
        var endsWithMonth = to.equals(YearMonth.from(to).atEndOfMonth());
        var spanned = to.getYear() - from.getYear();
        return years().mapToObj(year -> {
                    var opens = from.withYear(year);
                    var ends = to.withYear(year + spanned);
                    ends = endsWithMonth ? YearMonth.from(ends).atEndOfMonth() : ends;
                    return within(label(opens, ends), opens, ends);
                })
                .toList();
    }

    private Occurrence within(String label, LocalDate from, LocalDate to) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(Rule.PERIOD_OPENS, from));
        steps.add(new Step(Rule.PERIOD_ENDS, to));
        return new Occurrence(label, from, to, rolled(to, steps), null, null, List.copyOf(steps));
    }

    private List<Occurrence> recurring(Deadline deadline) {
        var recurrence = deadline.recurrence();
        if (recurrence == null) {
            return List.of(withoutDay("once", null, null, null));
        }
        if (recurrence.day() != null) {
            return onDays(new Deadline(
                    DeadlineType.BY_DATE,
                    deadline.raw(),
                    deadline.date(),
                    null,
                    null,
                    false,
                    recurrence,
                    null,
                    null,
                    null,
                    null,
                    deadline.yearInherited(),
                    null));
        }
        var length = monthsBetween(recurrence.freq());
        if (length == 0) {
            return List.of(withoutDay("once", null, null, null));
        }
        return monthsOf(recurrence, null).stream()
                .map(month -> withoutDay(
                        label(recurrence.freq(), month),
                        month.atDay(1),
                        month.plusMonths(length - 1L).atEndOfMonth(),
                        null))
                .toList();
    }

    private List<Occurrence> endOfPeriods(Deadline deadline) {
        var to = deadline.to();
        if (deadline.recurrence() == null) {
            return List.of(withoutDay(
                    to == null ? "once" : Integer.toString(to.getYear()),
                    null,
                    null,
                    to == null ? endOfFirstYear() : to));
        }
        return years().mapToObj(
                        year -> withoutDay(Integer.toString(year), null, null, LocalDate.of(year, Month.DECEMBER, 31)))
                .toList();
    }

    private List<Occurrence> anchored(Deadline deadline) {
        if (deadline.recurrence() == null) {
            return List.of(withoutDay("once", null, null, deadline.date()));
        }
        var month = deadline.recurrence().month();
        var day = deadline.recurrence().day();
        return years().mapToObj(year -> withoutDay(
                        Integer.toString(year),
                        null,
                        null,
                        month == null || day == null
                                ? null
                                : YearMonth.of(year, month)
                                        .atDay(Math.min(
                                                day, YearMonth.of(year, month).lengthOfMonth()))))
                .toList();
    }

    private List<Occurrence> perYearIfItComesBack(Deadline deadline) {
        return deadline.recurrence() != null && deadline.recurrence().freq() == Frequency.YEARLY
                ? perYear()
                : List.of(withoutDay("once", null, null, null));
    }

    private static Occurrence done(Deadline deadline) {
        var day = required(deadline.date());
        return new Occurrence("once", null, null, null, null, day, List.of(new Step(Rule.DONE_IN_THE_PAST, day)));
    }

    private static Occurrence withoutDay(
            String label, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate proposed) {
        return new Occurrence(
                label, from, to, null, proposed, null, List.of(new Step(Rule.NO_DAY_UNTIL_SET_BY_A_PERSON, proposed)));
    }

    private LocalDate rolled(LocalDate last, List<Step> steps) {
        var rolled = rollOff.apply(last, calendar);
        if (rolled.isAfter(last)) {
            steps.add(new Step(Rule.ROLLED_TO_NEXT_WORKING_DAY, rolled));
        } else if (rolled.isBefore(last)) {
            steps.add(new Step(Rule.ROLLED_TO_PREVIOUS_WORKING_DAY, rolled));
        }
        return rolled;
    }

    /// The months in which a recurrence falls due or opens, inside the plan's period.
    private List<YearMonth> monthsOf(Recurrence recurrence, @Nullable LocalDate example) {
        var step = monthsBetween(recurrence.freq());
        if (step == 0) {
            return List.of();
        }
        var first = firstMonth(recurrence, example);
        var last = YearMonth.from(end());
        var months = new ArrayList<YearMonth>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(step)) {
            if (!month.isBefore(YearMonth.from(periodFrom))) {
                months.add(month);
            }
        }
        return List.copyOf(months);
    }

    private YearMonth firstMonth(Recurrence recurrence, @Nullable LocalDate example) {
        var year = periodFrom.getYear();
        if (recurrence.month() != null) {
            return YearMonth.of(year, recurrence.month());
        }
        if (recurrence.quarter() != null) {
            return YearMonth.of(year, (recurrence.quarter() - 1) * MONTHS_OF_QUARTER + 1);
        }
        if (recurrence.freq() == Frequency.YEARLY && example != null) {
            return YearMonth.of(year, example.getMonth());
        }
        if (recurrence.monthOfQuarter() != null) {
            return YearMonth.of(year, recurrence.monthOfQuarter());
        }
        return YearMonth.of(year, 1);
    }

    private static int monthsBetween(Frequency frequency) {
        return switch (frequency) {
            case MONTHLY -> 1;
            case QUARTERLY -> MONTHS_OF_QUARTER;
            case HALF_YEARLY -> MONTHS_OF_HALF;
            case YEARLY -> 12;
            case EVERY_3_YEARS -> 36;
            case WEEKLY, UNSPECIFIED -> 0;
        };
    }

    private static String label(Frequency frequency, YearMonth month) {
        return switch (frequency) {
            case MONTHLY -> month.toString();
            case QUARTERLY -> month.getYear() + "-Q" + ((month.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
            case HALF_YEARLY -> month.getYear() + "-H" + ((month.getMonthValue() - 1) / MONTHS_OF_HALF + 1);
            case YEARLY, EVERY_3_YEARS, WEEKLY, UNSPECIFIED -> Integer.toString(month.getYear());
        };
    }

    private static String label(LocalDate from, LocalDate to) {
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return YearMonth.from(from).toString();
        }
        var quarter = (from.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1;
        if (from.equals(LocalDate.of(from.getYear(), (quarter - 1) * MONTHS_OF_QUARTER + 1, 1))
                && to.equals(YearMonth.of(from.getYear(), quarter * MONTHS_OF_QUARTER)
                        .atEndOfMonth())) {
            return from.getYear() + "-Q" + quarter;
        }
        return from.getYear() == to.getYear() ? Integer.toString(from.getYear()) : from.getYear() + "-" + to.getYear();
    }

    private IntStream years() {
        return IntStream.rangeClosed(periodFrom.getYear(), end().getYear());
    }

    private LocalDate end() {
        return periodTo == null ? endOfFirstYear() : periodTo;
    }

    private LocalDate endOfFirstYear() {
        return LocalDate.of(periodFrom.getYear(), Month.DECEMBER, 31);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A deadline with faults cannot be read");
        }
        return value;
    }
}
