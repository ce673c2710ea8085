package vn.tiendo.plans.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.deadline.DeadlineTexts.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

/// What holds of deadlines from 2020 to 2050, checked against an almanac that is counted day by day.
class DeadlineProperties {

    private static final WorkingDays WEEKENDS = new WorkingDays(Map.of());
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2050;

    /// @param from first day of a plan
    /// @param to its last day
    record Period(LocalDate from, LocalDate to) {}

    @Example
    void the_almanac_starts_and_ends_on_the_right_days() {
        assertThat(Almanac.DAYS.getFirst().date()).isEqualTo("2019-01-01");
        assertThat(Almanac.DAYS.getLast().date()).isEqualTo("2052-12-31");
        assertThat(Almanac.of(LocalDate.of(2024, 2, 29)).weekday()).isEqualTo(4);
    }

    /// Not a sample: every day of the thirty-one years.
    @Example
    void each_day_is_too_late_from_the_midnight_that_the_almanac_gives() {
        var counted = 0;
        for (var day : Almanac.DAYS) {
            if (day.year() < FIRST_YEAR || day.year() > LAST_YEAR) {
                continue;
            }
            counted++;
            assertThat(dueAt("BY_DATE", day, false)).isEqualTo(Instant.ofEpochSecond(day.tooLate()));
            assertThat(dueAt("BEFORE_DATE", day, true)).isEqualTo(Instant.ofEpochSecond(day.tooLate()));
            assertThat(dueAt("BEFORE_DATE", day, false)).isEqualTo(Instant.ofEpochSecond(day.tooLate() - 86_400));
            var within = single(
                    "{'type':'WITHIN_PERIOD','from':'" + Almanac.plus(day, -20).date() + "','to':'" + day.date() + "'}",
                    day,
                    false);
            assertThat(within.lastDay()).isEqualTo(day.date());
            assertThat(within.dueAt()).contains(Instant.ofEpochSecond(day.tooLate()));
            var hour = single("{'type':'BY_DATE','time':'16:30','date':'" + day.date() + "'}", day, false);
            assertThat(hour.dueAt()).contains(Instant.ofEpochSecond(day.tooLate() - 27_000));
        }
        assertThat(counted).isEqualTo(11_323);
    }

    @Property
    void a_day_of_every_month_is_the_one_that_the_almanac_has(
            @ForAll("periods") Period period, @ForAll @IntRange(min = 1, max = 31) int day, @ForAll boolean before) {
        agree(period, before, "MONTHLY", "'day':" + day, found -> found.day() == Math.min(day, found.last()));
    }

    @Property
    void a_day_of_every_quarter_is_the_one_that_the_almanac_has(
            @ForAll("periods") Period period,
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll @IntRange(min = 1, max = 3) int month,
            @ForAll boolean before) {
        agree(
                period,
                before,
                "QUARTERLY",
                "'day':" + day + ",'monthOfQuarter':" + month,
                found -> List.of(month, month + 3, month + 6, month + 9).contains(found.month())
                        && found.day() == Math.min(day, found.last()));
    }

    @Property
    void a_day_of_every_half_year_is_the_one_that_the_almanac_has(
            @ForAll("periods") Period period,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll boolean before) {
        agree(
                period,
                before,
                "HALF_YEARLY",
                "'day':" + day + ",'month':" + month,
                found -> found.day() == day && (found.month() == month || Math.abs(found.month() - month) == 6));
    }

    @Property
    void a_day_of_every_year_is_the_one_that_the_almanac_has(
            @ForAll("periods") Period period,
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll boolean before) {
        Assume.that(day <= 28
                || day == 29 && month == 2
                || month != 2 && day <= 30
                || day == 31 && List.of(1, 3, 5, 7, 8, 10, 12).contains(month));
        agree(
                period,
                before,
                "YEARLY",
                "'day':" + day + ",'month':" + month,
                found -> found.month() == month && found.day() == Math.min(day, found.last()));
    }

    @Property
    void a_weekday_is_the_one_that_the_almanac_has(
            @ForAll("periods") Period period, @ForAll @IntRange(min = 1, max = 7) int weekday, @ForAll boolean before) {
        agree(period, before, "WEEKLY", "'weekday':" + weekday, found -> found.weekday() == weekday);
    }

    /// What the almanac finds among the named days, and what the code finds; a period may have none.
    private static void agree(
            Period period, boolean before, String frequency, String where, Predicate<Almanac.Day> named) {
        var form = "{'type':'" + (before ? "BEFORE_DATE" : "BY_DATE") + "','recurrence':{'freq':'" + frequency + "',"
                + where + "}}";
        var expected =
                Almanac.between(period.from, period.to, last -> named.test(before ? Almanac.plus(last, 1) : last));
        var read = reading(period, RollOff.NONE, Map.of()).of(deadline(form));
        assertThat(read.stream()
                        .map(Occurrence::lastDay)
                        .filter(Objects::nonNull)
                        .toList())
                .isEqualTo(expected);
        assertThat(read).extracting(Occurrence::label).doesNotHaveDuplicates();
    }

    @Property
    void the_last_working_day_of_a_month_is_the_one_that_the_almanac_has(
            @ForAll("periods") Period period, @ForAll("decisions") Map<Integer, Boolean> decided) {
        var exceptions = decisions(period, decided);
        var expected = Almanac.between(period.from, period.to, day -> {
            if (!Almanac.works(day, exceptions)) {
                return false;
            }
            for (int n = 1; n <= day.last() - day.day(); n++) {
                if (Almanac.works(Almanac.plus(day, n), exceptions)) {
                    return false;
                }
            }
            return true;
        });
        var read = reading(period, RollOff.NONE, exceptions)
                .of(deadline("{'type':'RECURRING','recurrence':{'freq':'MONTHLY','lastWorkingDay':true}}"));
        assertThat(read.stream()
                        .map(Occurrence::lastDay)
                        .filter(Objects::nonNull)
                        .toList())
                .isEqualTo(expected);
    }

    @Property
    void rolling_off_finds_the_nearest_working_day_of_the_almanac(
            @ForAll("periods") Period period, @ForAll("decisions") Map<Integer, Boolean> decided) {
        var exceptions = decisions(period, decided);
        var by = deadline("{'type':'BY_DATE','date':'" + period.from + "'}");
        var next = Almanac.of(period.from);
        while (!Almanac.works(next, exceptions)) {
            next = Almanac.plus(next, 1);
        }
        var previous = Almanac.of(period.from);
        while (!Almanac.works(previous, exceptions)) {
            previous = Almanac.plus(previous, -1);
        }
        assertThat(last(reading(period, RollOff.NEXT_WORKING_DAY, exceptions), by))
                .isEqualTo(next.date());
        assertThat(last(reading(period, RollOff.PREVIOUS_WORKING_DAY, exceptions), by))
                .isEqualTo(previous.date());
    }

    @Property
    void a_later_day_is_never_due_earlier(
            @ForAll("periods") Period period,
            @ForAll @IntRange(max = 40) int more,
            @ForAll RollOff rollOff,
            @ForAll("decisions") Map<Integer, Boolean> decided) {
        var reading = reading(period, rollOff, decisions(period, decided));
        var earlier = deadline("{'type':'BEFORE_DATE','date':'" + period.from + "'}");
        var later = deadline("{'type':'BEFORE_DATE','date':'" + period.from.plusDays(more) + "'}");
        assertThat(last(reading, later)).isAfterOrEqualTo(last(reading, earlier));
    }

    @Property
    void lower_levels_are_never_later_and_early_enough(
            @ForAll("periods") Period period,
            @ForAll @IntRange(max = 30) int value,
            @ForAll Slack.Unit unit,
            @ForAll @IntRange(min = 1, max = 4) int fromTier,
            @ForAll RollOff rollOff,
            @ForAll("decisions") Map<Integer, Boolean> decided) {
        var exceptions = decisions(period, decided);
        var reading = reading(period, rollOff, exceptions);
        var document = reading.of(deadline("{'type':'BY_DATE','date':'" + period.from + "'}"));
        var slack = new Slack(value, unit, fromTier, null);
        var first = last(reading.at(document, slack, 0));
        assertThat(first).isEqualTo(last(document));
        for (int tier = 1; tier <= 5; tier++) {
            var day = last(reading.at(document, slack, tier));
            var levels = Math.max(0, tier - fromTier + 1);
            assertThat(day).isBeforeOrEqualTo(last(reading.at(document, slack, tier - 1)));
            if (unit == Slack.Unit.DAYS) {
                assertThat(day).isBeforeOrEqualTo(first.minusDays((long) levels * value));
            } else {
                assertThat(Almanac.between(day, first.minusDays(1), each -> Almanac.works(each, exceptions)))
                        .hasSizeGreaterThanOrEqualTo(Math.min(1, levels * value))
                        .hasSizeLessThanOrEqualTo(levels * value + (value == 0 ? 0 : 1));
            }
        }
    }

    /// However odd the form: when it has no faults it is read, its occurrences can be told apart, what is never guessed
    /// has no day, and every step is explained.
    @Property(tries = 3000)
    void whatever_has_no_faults_is_read(
            @ForAll("forms") Deadline form, @ForAll("periods") Period period, @ForAll RollOff rollOff) {
        Assume.that(form.faults().isEmpty());
        var read = reading(period, rollOff, Map.of()).of(form);
        assertThat(read).isNotEmpty();
        assertThat(read).extracting(Occurrence::label).doesNotHaveDuplicates();
        assertThat(read).allSatisfy(occurrence -> {
            assertThat(occurrence.steps()).isNotEmpty();
            assertThat(occurrence.label()).hasSizeLessThanOrEqualTo(10);
            if (occurrence.windowFrom() != null) {
                assertThat(occurrence.windowTo()).isAfterOrEqualTo(occurrence.windowFrom());
            }
            switch (form.type()) {
                case ANCHORED, RELATIVE, ONGOING, END_OF_PERIOD, COMPLETED_ON ->
                    assertThat(occurrence.dueAt()).isEmpty();
                case BEFORE_DATE, BY_DATE, WITHIN_PERIOD, RECURRING ->
                    assertThat(occurrence.dueAt().isPresent()).isEqualTo(occurrence.lastDay() != null);
            }
        });
    }

    @Property
    void counts_per_period_cover_the_plan_once(
            @ForAll("forms") Deadline form, @ForAll("periods") Period period, @ForAll("lengths") int months) {
        Assume.that(form.faults().isEmpty() && form.type() != DeadlineType.COMPLETED_ON);
        var read = reading(period, RollOff.NONE, Map.of()).perPeriod(form, months);
        assertThat(read).extracting(Occurrence::label).doesNotHaveDuplicates();
        var window = form.type() == DeadlineType.WITHIN_PERIOD;
        if (!window) {
            assertThat(Almanac.between(
                            period.from,
                            period.to,
                            day -> read.stream()
                                    .noneMatch(each -> each.windowFrom() != null
                                            && !day.date().isBefore(each.windowFrom())
                                            && !day.date().isAfter(Objects.requireNonNull(each.windowTo())))))
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(1, 3, 6, 12);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 800))
                .as((from, length) -> new Period(
                        from,
                        from.plusDays(length).isAfter(LocalDate.of(LAST_YEAR, 12, 31))
                                ? LocalDate.of(LAST_YEAR, 12, 31)
                                : from.plusDays(length)));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay(),
                        LocalDate.of(LAST_YEAR, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /// Days around the first day of a period that some decision has declared off or worked.
    @Provide
    Arbitrary<Map<Integer, Boolean>> decisions() {
        return Arbitraries.maps(Arbitraries.integers().between(-14, 40), Arbitraries.of(true, false))
                .ofMaxSize(20);
    }

    private static Map<LocalDate, Boolean> decisions(Period period, Map<Integer, Boolean> decided) {
        return decided.entrySet().stream()
                .collect(Collectors.toMap(entry -> period.from.plusDays(entry.getKey()), Map.Entry::getValue));
    }

    @Provide
    Arbitrary<Deadline> forms() {
        var recurrence = Combinators.combine(
                        Arbitraries.of(Frequency.class),
                        Arbitraries.integers().between(1, 12).injectNull(0.6),
                        Arbitraries.integers().between(1, 31).injectNull(0.5),
                        Arbitraries.integers().between(1, 3).injectNull(0.6),
                        Arbitraries.integers().between(1, 7).injectNull(0.7))
                .as((freq, month, day, ofQuarter, weekday) ->
                        new Recurrence(freq, month, day, null, ofQuarter, weekday, null))
                .injectNull(0.4);
        return Combinators.combine(
                        Arbitraries.of(DeadlineType.class), days(), days(), recurrence, Arbitraries.of(true, false))
                .as((type, one, other, back, dated) -> {
                    var window = type == DeadlineType.WITHIN_PERIOD;
                    var end = type == DeadlineType.END_OF_PERIOD;
                    var date = window || end || type == DeadlineType.ONGOING || !dated ? null : one;
                    var to = window ? one.plusDays(Math.floorMod(other.toEpochDay(), 500)) : end && dated ? one : null;
                    return new Deadline(
                            type,
                            null,
                            date,
                            window ? one : null,
                            to,
                            null,
                            back,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
                });
    }

    private static Instant dueAt(String type, Almanac.Day day, boolean namedDayCounts) {
        return single("{'type':'" + type + "','date':'" + day.date() + "'}", day, namedDayCounts)
                .dueAt()
                .orElseThrow();
    }

    private static Occurrence single(String form, Almanac.Day day, boolean namedDayCounts) {
        var read = new Occurrences(LocalDate.of(day.year(), 1, 1), null, namedDayCounts, RollOff.NONE, WEEKENDS)
                .of(deadline(form));
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static Occurrences reading(Period period, RollOff rollOff, Map<LocalDate, Boolean> exceptions) {
        return new Occurrences(period.from, period.to, false, rollOff, new WorkingDays(exceptions));
    }

    private static LocalDate last(Occurrences reading, Deadline deadline) {
        return last(reading.of(deadline));
    }

    private static LocalDate last(List<Occurrence> read) {
        return Objects.requireNonNull(read.getFirst().lastDay());
    }
}
