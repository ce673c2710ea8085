package vn.tiendo.plans.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /// @param deadline null when the document demands something without saying by when
    /// @return at least one occurrence
    public List<Occurrence> of(@Nullable Deadline deadline) {
        if (deadline == null) {
            return List.of(Undated.occurrence(Undated.ONCE, null, null));
        }
        var read = switch (deadline.type()) {
            case BEFORE_DATE, BY_DATE -> onDays(deadline);
            case WITHIN_PERIOD -> withinPeriods(deadline);
            case RECURRING ->
                deadline.namesDays() ? onDays(deadline) : undated().turns(deadline, true);
            case COMPLETED_ON -> List.of(done(deadline));
            case END_OF_PERIOD -> undated().endsOfPeriods(deadline);
            case ANCHORED -> undated().anchored(deadline);
            case RELATIVE, ONGOING -> undated().relative(deadline);
        };
        return read.isEmpty() ? List.of(Undated.occurrence(Undated.ONCE, null, null)) : read;
    }

    /// Lets each period of the plan owe the count again: what the deadline says of a period holds in it, and a period
    /// that it says nothing of has no day until a person sets one.
    ///
    /// @param months length of the period: 1, 3, 6 or 12
    public List<Occurrence> perPeriod(@Nullable Deadline deadline, int months) {
        var read = of(deadline);
        if (read.stream().anyMatch(occurrence -> occurrence.doneOn() != null)) {
            return read;
        }
        var dated =
                read.stream().filter(occurrence -> occurrence.lastDay() != null).toList();
        if (dated.size() == 1 && spansPeriods(dated.getFirst(), months)) {
            return split(dated.getFirst(), months);
        }
        var counted = new ArrayList<Occurrence>();
        var rest = new ArrayList<>(dated);
        for (var period : CalendarPeriod.every(months, periodFrom, end())) {
            var inIt =
                    dated.stream().filter(each -> period.contains(dayOf(each))).toList();
            rest.removeAll(inIt);
            if (inIt.isEmpty()) {
                counted.add(
                        Undated.occurrence(period.label(), period, period.to()).during(period, period.label()));
            } else {
                inIt.forEach(each -> counted.add(each.during(
                        period, inIt.size() == 1 ? period.label() : dayOf(each).toString())));
            }
        }
        rest.forEach(each -> counted.add(each.labelled(dayOf(each).toString())));
        return List.copyOf(counted);
    }

    /// How occurrences hold for a level.
    public List<Occurrence> at(List<Occurrence> read, @Nullable Slack slack, int tier) {
        return slack == null
                ? read
                : read.stream()
                        .map(occurrence -> slack.at(tier, occurrence, rollOff, calendar))
                        .toList();
    }

    private static LocalDate dayOf(Occurrence occurrence) {
        return Objects.requireNonNull(occurrence.dayBeforeRolling());
    }

    private static boolean spansPeriods(Occurrence occurrence, int months) {
        var from = occurrence.windowFrom();
        var to = occurrence.windowTo();
        return from != null
                && to != null
                && CalendarPeriod.every(months, from, to).size() > 1;
    }

    /// "mỗi quý một lần, trong năm 2024": each quarter of the window ends on time with its own last day.
    private List<Occurrence> split(Occurrence whole, int months) {
        var from = Objects.requireNonNull(whole.windowFrom());
        var to = Objects.requireNonNull(whole.windowTo());
        return CalendarPeriod.every(months, from, to).stream()
                .map(period -> {
                    var cut = new CalendarPeriod(
                            period.from().isBefore(from) ? from : period.from(),
                            period.to().isAfter(to) ? to : period.to());
                    return within(period.label(), cut, whole.time()).during(cut, period.label());
                })
                .toList();
    }

    private List<Occurrence> onDays(Deadline deadline) {
        Function<LocalDate, LocalDate> lastOf = day -> excludesNamedDay(deadline) ? day.minusDays(1) : day;
        var named = new DueDays(periodFrom, end(), calendar, day -> inPeriod(lastOf.apply(day))).of(deadline);
        if (named.isEmpty()) {
            return undated().turns(deadline, true);
        }
        return named.stream()
                .map(day -> onDay(day, lastOf.apply(day.day()), deadline))
                .toList();
    }

    private boolean excludesNamedDay(Deadline deadline) {
        return isMidnight(deadline.time())
                || (deadline.type() == DeadlineType.BEFORE_DATE && !namedDayCounts && deadline.time() == null);
    }

    private boolean inPeriod(LocalDate day) {
        return !day.isBefore(periodFrom) && !day.isAfter(end());
    }

    private Occurrence onDay(DueDays.Named named, LocalDate last, Deadline deadline) {
        var steps = new ArrayList<>(named.steps());
        if (deadline.time() != null && !isMidnight(deadline.time())) {
            steps.add(new Step(
                    Rule.UNTIL_NAMED_HOUR,
                    last,
                    java.util.Map.of("time", deadline.time().toString())));
        } else if (!last.equals(named.day())) {
            steps.add(new Step(Rule.NAMED_DAY_EXCLUDED, last));
        } else if (deadline.type() == DeadlineType.BEFORE_DATE) {
            steps.add(new Step(Rule.NAMED_DAY_INCLUDED_BY_ISSUER, last));
        } else {
            steps.add(new Step(Rule.WHOLE_DAY_INCLUDED, last));
        }
        return new Occurrence(
                named.label(), null, null, rolled(last, steps), hour(deadline.time()), null, null, List.copyOf(steps));
    }

    /// "0 giờ ngày D" ends with the day before, as a whole day.
    private static boolean isMidnight(@Nullable LocalTime time) {
        return LocalTime.MIDNIGHT.equals(time);
    }

    private static @Nullable LocalTime hour(@Nullable LocalTime time) {
        return isMidnight(time) ? null : time;
    }

    private List<Occurrence> withinPeriods(Deadline deadline) {
        var named = new CalendarPeriod(Objects.requireNonNull(deadline.from()), Objects.requireNonNull(deadline.to()));
        var recurrence = deadline.recurrence();
        if (deadline.hasOccurrences()) {
            return listed(deadline.namedOccurrences(), named, deadline.time());
        }
        if (recurrence == null || recurrence.freq() == Frequency.UNSPECIFIED) {
            return List.of(within(named.label(), named, deadline.time()));
        }
        return turnsOf(named, recurrence.freq())
                .map(turn -> within(labelOf(turn, recurrence.freq()), turn, deadline.time()))
                .toList();
    }

    /// The days listed are the last ones of the periods.
    private List<Occurrence> listed(List<LocalDate> ends, CalendarPeriod named, @Nullable LocalTime time) {
        var periods = ends.stream().sorted().map(named::endingOn).toList();
        var labels = periods.stream().map(CalendarPeriod::label).distinct().count();
        return periods.stream()
                .map(period -> within(
                        labels == periods.size() ? period.label() : period.to().toString(), period, time))
                .toList();
    }

    private Stream<CalendarPeriod> turnsOf(CalendarPeriod named, Frequency frequency) {
        var weekly = frequency == Frequency.WEEKLY;
        var step = weekly ? 1 : frequency.months();
        var unit = weekly ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
        Function<Long, CalendarPeriod> turn = n -> weekly ? named.plusWeeks(n) : named.plusMonths(n * step);
        var back = Math.floorDiv(unit.between(named.to(), periodFrom), step) - 1;
        return Stream.iterate(back, n -> !turn.apply(n).from().isAfter(end()), n -> n + 1)
                .map(turn)
                .filter(period -> period.touches(periodFrom, end()));
    }

    private static String labelOf(CalendarPeriod period, Frequency frequency) {
        return switch (frequency) {
            case WEEKLY -> CalendarPeriod.weekOf(period.from());
            case MONTHLY, QUARTERLY, HALF_YEARLY -> DueDays.label(frequency, YearMonth.from(period.from()));
            case YEARLY, EVERY_3_YEARS, UNSPECIFIED -> period.label();
        };
    }

    private Occurrence within(String label, CalendarPeriod period, @Nullable LocalTime time) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(Rule.PERIOD_OPENS, period.from()));
        var last = period.to();
        if (isMidnight(time)) {
            last = last.minusDays(1);
        }
        steps.add(
                hour(time) == null
                        ? new Step(Rule.PERIOD_ENDS, last)
                        : new Step(Rule.UNTIL_NAMED_HOUR, last, java.util.Map.of("time", String.valueOf(time))));
        return new Occurrence(
                label, period.from(), period.to(), rolled(last, steps), hour(time), null, null, List.copyOf(steps));
    }

    private static Occurrence done(Deadline deadline) {
        var day = Objects.requireNonNull(deadline.date());
        return new Occurrence(
                Undated.ONCE, null, null, null, null, null, day, List.of(new Step(Rule.DONE_IN_THE_PAST, day)));
    }

    private Undated undated() {
        return new Undated(periodFrom, end(), calendar);
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

    private LocalDate end() {
        return periodTo == null ? LocalDate.of(periodFrom.getYear(), Month.DECEMBER, 31) : periodTo;
    }
}
