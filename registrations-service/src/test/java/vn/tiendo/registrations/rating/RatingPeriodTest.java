package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RatingPeriodTest {

    @Test
    void a_quarter_ends_on_the_last_day_of_its_third_month() {
        assertThat(RatingPeriod.of(2026, 1).lastDay()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(RatingPeriod.of(2026, 2).lastDay()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(RatingPeriod.of(2026, null).lastDay()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(RatingPeriod.of(2026, 4)).hasToString("2026-Q4");
        assertThat(RatingPeriod.of(2026)).hasToString("2026");
    }
}
