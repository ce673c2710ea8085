package vn.tiendo.plans.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

/// What holds for every date from 2020 to 2050.
class OccurrencesProperties {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2050, 12, 31);

    @Property
    void before_a_day_is_too_late_from_its_midnight_at_plus_seven(@ForAll("days") LocalDate day) {
        var read = reading(day, RollOff.NONE, Map.of())
                .of(OccurrencesTest.deadline(DeadlineType.BEFORE_DATE, day, null, null, null))
                .getFirst();
        assertThat(read.dueAt().orElseThrow().atOffset(ZoneOffset.ofHours(7)).toLocalDateTime())
                .isEqualTo(day.atStartOfDay());
    }

    @Property
    void rolling_off_lands_on_the_nearest_working_day_in_its_direction(
            @ForAll("days") LocalDate day, @ForAll("calendars") Map<Integer, Boolean> nearby) {
        var exceptions = nearby.entrySet().stream()
                .collect(Collectors.toMap(entry -> day.plusDays(entry.getKey()), Map.Entry::getValue));
        var by = OccurrencesTest.deadline(DeadlineType.BY_DATE, day, null, null, null);
        var next = reading(day, RollOff.NEXT_WORKING_DAY, exceptions)
                .of(by)
                .getFirst()
                .lastDay();
        var previous = reading(day, RollOff.PREVIOUS_WORKING_DAY, exceptions)
                .of(by)
                .getFirst()
                .lastDay();
        assertThat(works(next, exceptions)).isTrue();
        assertThat(works(previous, exceptions)).isTrue();
        assertThat(day.datesUntil(next)).noneMatch(between -> works(between, exceptions));
        assertThat(previous.plusDays(1).datesUntil(day.plusDays(1))).noneMatch(between -> works(between, exceptions));
    }

    @Property
    void a_day_of_every_month_is_never_outside_its_month(
            @ForAll @IntRange(min = 2020, max = 2050) int year, @ForAll @IntRange(min = 1, max = 31) int dayOfMonth) {
        var monthly = new Recurrence(Frequency.MONTHLY, null, dayOfMonth, null, null, null, null);
        var read = reading(LocalDate.of(year, 1, 1), RollOff.NONE, Map.of())
                .of(OccurrencesTest.deadline(DeadlineType.RECURRING, null, null, null, monthly));
        assertThat(read).hasSize(12);
        for (int month = 1; month <= 12; month++) {
            var last = read.get(month - 1).lastDay();
            assertThat(last.getMonthValue()).isEqualTo(month);
            assertThat(last.getDayOfMonth()).isEqualTo(Math.min(dayOfMonth, last.lengthOfMonth()));
        }
    }

    @Property
    void labels_tell_the_occurrences_of_an_obligation_apart(
            @ForAll @IntRange(min = 2020, max = 2050) int year,
            @ForAll @IntRange(max = 6) int more,
            @ForAll Frequency frequency) {
        var reading = new Occurrences(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + more, 12, 31),
                false,
                RollOff.NONE,
                new WorkingDays(Map.of()));
        var recurring = new Recurrence(frequency, null, null, null, null, null, null);
        var read = reading.of(OccurrencesTest.deadline(DeadlineType.RECURRING, null, null, null, recurring));
        assertThat(read).isNotEmpty().extracting(Occurrence::label).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /// Days near the deadline that a decision has declared off or worked.
    @Provide
    Arbitrary<Map<Integer, Boolean>> calendars() {
        return Arbitraries.maps(Arbitraries.integers().between(-12, 12), Arbitraries.of(true, false))
                .ofMaxSize(18);
    }

    private static Occurrences reading(LocalDate day, RollOff rollOff, Map<LocalDate, Boolean> exceptions) {
        return new Occurrences(LocalDate.of(day.getYear(), 1, 1), null, false, rollOff, new WorkingDays(exceptions));
    }

    /// The rule once more, written down independently.
    private static boolean works(LocalDate day, Map<LocalDate, Boolean> exceptions) {
        return exceptions.getOrDefault(day, day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue());
    }
}
