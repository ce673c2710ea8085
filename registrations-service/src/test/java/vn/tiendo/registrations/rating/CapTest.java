package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CapTest {

    /// Reckoned by hand: a fifth of those rated GOOD, a quarter where the level above allows it.
    @Test
    void a_part_of_a_place_is_none() {
        var fifth = cap(20, Rounding.DOWN);
        assertThat(fifth.allowed(0)).isZero();
        assertThat(fifth.allowed(4)).isZero();
        assertThat(fifth.allowed(5)).isEqualTo(1);
        assertThat(fifth.allowed(9)).isEqualTo(1);
        assertThat(fifth.allowed(10)).isEqualTo(2);
        assertThat(fifth.allowed(499)).isEqualTo(99);
        var quarter = cap(25, Rounding.DOWN);
        assertThat(quarter.allowed(3)).isZero();
        assertThat(quarter.allowed(4)).isEqualTo(1);
        assertThat(quarter.allowed(10)).isEqualTo(2);
        assertThat(quarter.allowed(12)).isEqualTo(3);
    }

    @Test
    void other_roundings_are_data_of_the_regulation() {
        assertThat(cap(20, Rounding.UP).allowed(1)).isEqualTo(1);
        assertThat(cap(20, Rounding.UP).allowed(10)).isEqualTo(2);
        assertThat(cap(20, Rounding.HALF_UP).allowed(2)).isZero();
        assertThat(cap(20, Rounding.HALF_UP).allowed(3)).isEqualTo(1);
    }

    /// Counted up place by place, without the formula: the most that are not more than the share.
    @Property
    void down_is_the_largest_number_within_the_share(
            @ForAll @IntRange(max = 3_000) int base, @ForAll @IntRange(max = 100) int percent) {
        var places = 0;
        while ((places + 1) * 100L <= (long) base * percent) {
            places++;
        }
        var cap = cap(percent, Rounding.DOWN);
        assertThat(cap.allowed(base)).isEqualTo(places);
        assertThat(cap.admits(places, base)).isTrue();
        assertThat(cap.admits(places + 1, base)).isFalse();
    }

    @Property
    void every_rounding_is_that_of_exact_decimals(
            @ForAll @IntRange(max = 3_000) int base,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll Rounding rounding) {
        var exact =
                BigDecimal.valueOf(base).multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        var mode = switch (rounding) {
            case DOWN -> RoundingMode.FLOOR;
            case HALF_UP -> RoundingMode.HALF_UP;
            case UP -> RoundingMode.CEILING;
        };
        assertThat(cap(percent, rounding).allowed(base))
                .isEqualTo(exact.setScale(0, mode).intValueExact());
    }

    private static Cap cap(int percent, Rounding rounding) {
        return new Cap("OUTSTANDING", "GOOD", percent, rounding);
    }
}
