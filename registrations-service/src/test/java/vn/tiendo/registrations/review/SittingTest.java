package vn.tiendo.registrations.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.review.MemberReviewProblem.ReviewDayOutOfYear;

class SittingTest {

    private static final LocalDate LATER = LocalDate.of(2040, 1, 1);

    /// A day of the year itself, or of January to March of the next: said month by month, not by adding.
    @Property
    void a_review_for_a_year_is_held_in_it_or_in_the_quarter_after(
            @ForAll @IntRange(min = 2020, max = 2028) int year, @ForAll @IntRange(max = 1_400) int offset) {
        var day = LocalDate.of(year - 1, 6, 1).plusDays(offset);
        var fits = day.getYear() == year
                || (day.getYear() == year + 1
                        && (day.getMonth() == Month.JANUARY
                                || day.getMonth() == Month.FEBRUARY
                                || day.getMonth() == Month.MARCH));
        if (fits) {
            assertThat(Sitting.of(year, day, LATER).heldOn()).isEqualTo(day);
        } else {
            assertThatThrownBy(() -> Sitting.of(year, day, LATER)).isInstanceOf(ReviewDayOutOfYear.class);
        }
    }

    @Test
    void it_is_not_held_tomorrow() {
        var today = LocalDate.of(2024, 12, 10);
        assertThat(Sitting.of(2024, today, today).heldOn()).isEqualTo(today);
        assertThatThrownBy(() -> Sitting.of(2024, today.plusDays(1), today)).isInstanceOf(ReviewDayOutOfYear.class);
    }

    @Test
    void members_are_counted_on_the_last_day_of_the_year_or_today() {
        assertThat(Sitting.countingDay(2024, LocalDate.of(2024, 7, 1))).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(Sitting.countingDay(2024, LocalDate.of(2025, 2, 1))).isEqualTo(LocalDate.of(2024, 12, 31));
    }
}
