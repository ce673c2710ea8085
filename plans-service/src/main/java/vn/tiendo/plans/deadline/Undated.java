package vn.tiendo.plans.deadline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Occurrence.Rule;
import vn.tiendo.plans.deadline.Occurrence.Step;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

/// Reads the deadlines of [Occurrences] that name no day: nothing is due until a person sets a day, and what can be
/// proposed is proposed.
record Undated(LocalDate periodFrom, LocalDate periodTo, WorkingDays calendar) {

    static final String ONCE = "once";

    /// What comes back without a day: one occurrence per turn, which a person may date.
    ///
    /// @param open whether the turn is the window of the occurrence, or only names it
    List<Occurrence> turns(Deadline deadline, boolean open) {
        var recurrence = deadline.recurrence();
        if (recurrence == null || recurrence.freq() == Frequency.UNSPECIFIED) {
            return List.of(occurrence(ONCE, null, null));
        }
        return windows(recurrence).stream()
                .map(period -> occurrence(labelOfTurn(period, recurrence.freq()), open ? period : null, period.to()))
                .toList();
    }

    private static String labelOfTurn(CalendarPeriod period, Frequency frequency) {
        return frequency == Frequency.WEEKLY
                ? CalendarPeriod.weekOf(period.from())
                : DueDays.label(frequency, YearMonth.from(period.from()));
    }

    private List<CalendarPeriod> windows(Recurrence recurrence) {
        return switch (recurrence.freq()) {
            case WEEKLY -> CalendarPeriod.everyWeek(periodFrom, periodTo);
            case MONTHLY, QUARTERLY, HALF_YEARLY ->
                CalendarPeriod.every(recurrence.freq().months(), periodFrom, periodTo);
            case YEARLY ->
                CalendarPeriod.every(12, periodFrom, periodTo).stream()
                        .map(year -> partOf(year, recurrence))
                        .filter(part -> part.touches(periodFrom, periodTo))
                        .toList();
            case EVERY_3_YEARS -> threeYears();
            case UNSPECIFIED -> List.of();
        };
    }

    private static CalendarPeriod partOf(CalendarPeriod year, Recurrence recurrence) {
        var of = year.from().getYear();
        if (recurrence.month() != null) {
            var month = YearMonth.of(of, recurrence.month());
            return new CalendarPeriod(month.atDay(1), month.atEndOfMonth());
        }
        if (recurrence.quarter() != null) {
            var first = LocalDate.of(of, recurrence.quarter() * 3 - 2, 1);
            return CalendarPeriod.every(3, first, first).getFirst();
        }
        return year;
    }

    /// Counted from the first year of the plan; a turn that the plan does not live to see is not owed, but the first.
    private List<CalendarPeriod> threeYears() {
        var turns = new ArrayList<CalendarPeriod>();
        for (int year = periodFrom.getYear(); year <= periodTo.getYear(); year += 3) {
            var turn = new CalendarPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 2, 12, 31));
            if (turns.isEmpty() || !turn.to().isAfter(periodTo)) {
                turns.add(turn);
            }
        }
        return turns;
    }

    List<Occurrence> endsOfPeriods(Deadline deadline) {
        var to = deadline.to();
        if (deadline.recurrence() != null && deadline.recurrence().freq() != Frequency.UNSPECIFIED) {
            return turns(deadline, false);
        }
        return List.of(
                to == null
                        ? occurrence(ONCE, null, LocalDate.of(periodFrom.getYear(), Month.DECEMBER, 31))
                        : occurrence(Integer.toString(to.getYear()), null, to));
    }

    List<Occurrence> anchored(Deadline deadline) {
        var recurrence = deadline.recurrence();
        if (recurrence == null || recurrence.freq() != Frequency.YEARLY) {
            var day = deadline.date() != null ? deadline.date() : anniversary(deadline, periodFrom.getYear());
            return List.of(occurrence(ONCE, null, offset(day, deadline)));
        }
        return years().mapToObj(
                        year -> occurrence(Integer.toString(year), null, offset(anniversary(deadline, year), deadline)))
                .toList();
    }

    private static @Nullable LocalDate anniversary(Deadline deadline, int year) {
        var recurrence = deadline.recurrence();
        if (recurrence != null && recurrence.month() != null && recurrence.day() != null) {
            return MonthDay.of(recurrence.month(), recurrence.day()).atYear(year);
        }
        if (deadline.anchor() != null) {
            try {
                return MonthDay.parse("--" + deadline.anchor()).atYear(year);
            } catch (DateTimeException defect) {
                throw new IllegalStateException("A deadline with faults cannot be read", defect);
            }
        }
        return deadline.date() == null ? null : MonthDay.from(deadline.date()).atYear(year);
    }

    List<Occurrence> relative(Deadline deadline) {
        var recurrence = deadline.recurrence();
        return recurrence != null && recurrence.freq() != Frequency.UNSPECIFIED
                ? windows(recurrence).stream()
                        .map(period -> occurrence(labelOfTurn(period, recurrence.freq()), period, null))
                        .toList()
                : List.of(occurrence(ONCE, null, offset(deadline.date(), deadline)));
    }

    private @Nullable LocalDate offset(@Nullable LocalDate day, Deadline deadline) {
        return day == null || deadline.offset() == null
                ? day
                : deadline.offset().from(day, calendar);
    }

    static Occurrence occurrence(String label, @Nullable CalendarPeriod window, @Nullable LocalDate proposed) {
        var steps = new ArrayList<Step>();
        if (window != null) {
            steps.add(new Step(Rule.PERIOD_OPENS, window.from()));
        }
        steps.add(new Step(Rule.NO_DAY_UNTIL_SET_BY_A_PERSON, null));
        if (proposed != null) {
            steps.add(new Step(Rule.PROPOSED_DAY, proposed));
        }
        return new Occurrence(
                label,
                window == null ? null : window.from(),
                window == null ? null : window.to(),
                null,
                null,
                proposed,
                null,
                List.copyOf(steps));
    }

    private IntStream years() {
        return IntStream.rangeClosed(periodFrom.getYear(), periodTo.getYear());
    }
}
