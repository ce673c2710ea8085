package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;

/// The rows that add up to a day: each day up to it once, and few of them.
class UpToTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2028, 3, 1);
    private static final int MOST_OF_A_MONTH = 6;

    @Example
    void every_day_up_to_it_counts_once_and_no_other_day() {
        for (var day = FIRST; day.isBefore(FIRST.plusMonths(15)); day = day.plusDays(1)) {
            var rows = UpTo.theEndOf(day);
            for (var each = FIRST; each.isBefore(FIRST.plusMonths(17)); each = each.plusDays(1)) {
                int times = 0;
                for (var stretch : Stretch.values()) {
                    times += rows.sign(stretch, stretch.beginning(each));
                }
                assertThat(times).as("%s of %s", each, day).isEqualTo(each.isAfter(day) ? 0 : 1);
            }
        }
    }

    @Example
    void no_day_takes_more_than_six_rows_beside_its_months() {
        for (var day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            var rows = UpTo.theEndOf(day);
            assertThat(rowsOf(Stretch.SIXTH, rows.sixths()) + rowsOf(Stretch.DAY, rows.days()))
                    .as("%s", day)
                    .isLessThanOrEqualTo(MOST_OF_A_MONTH);
        }
    }

    private static long rowsOf(Stretch stretch, UpTo.Leg leg) {
        return leg.from()
                .datesUntil(leg.end())
                .map(stretch::beginning)
                .distinct()
                .count();
    }

    @Example
    void the_last_day_of_a_month_takes_months_alone() {
        var rows = UpTo.theEndOf(LocalDate.of(2024, 2, 29));
        assertThat(rows.monthsEnd()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(rowsOf(Stretch.SIXTH, rows.sixths()) + rowsOf(Stretch.DAY, rows.days()))
                .isZero();
    }
}
