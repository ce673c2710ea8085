package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.DeadlineType;

class NextYearProperties {

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2020, 1, 1).toEpochDay(),
                        LocalDate.of(2050, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Deadline deadline(
            DeadlineType type, @Nullable LocalDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Deadline(
                type, "raw", date, from, to, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Property
    void a_day_keeps_month_and_day_unless_it_is_29_february(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 4) int years) {
        var moved = NextYear.inAnotherYear(deadline(DeadlineType.BY_DATE, day, null, null), years)
                .date();
        assertThat(moved).isNotNull();
        assertThat(moved.getYear()).isEqualTo(day.getYear() + years);
        assertThat(moved.getMonth()).isEqualTo(day.getMonth());
        var clamped = Math.min(day.getDayOfMonth(), YearMonth.from(moved).lengthOfMonth());
        assertThat(moved.getDayOfMonth()).isEqualTo(clamped);
    }

    @Property
    void whole_months_stay_whole_months(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 11) int months,
            @ForAll @IntRange(min = 1, max = 4) int years) {
        var first = day.withDayOfMonth(1);
        var last = YearMonth.from(first).plusMonths(months).atEndOfMonth();
        var moved = NextYear.inAnotherYear(deadline(DeadlineType.WITHIN_PERIOD, null, first, last), years);
        assertThat(moved.from()).isEqualTo(first.plusYears(years));
        assertThat(moved.to())
                .isEqualTo(YearMonth.from(first)
                        .plusYears(years)
                        .plusMonths(months)
                        .atEndOfMonth());
        assertThat(moved.raw()).isEqualTo("raw");
    }

    @Example
    void february_of_a_leap_year() {
        var moved = NextYear.inAnotherYear(
                deadline(DeadlineType.WITHIN_PERIOD, null, LocalDate.of(2023, 2, 1), LocalDate.of(2023, 2, 28)), 1);
        assertThat(moved.to()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(NextYear.inAnotherYear(deadline(DeadlineType.BY_DATE, LocalDate.of(2024, 2, 29), null, null), 1)
                        .date())
                .isEqualTo(LocalDate.of(2025, 2, 28));
    }
}
