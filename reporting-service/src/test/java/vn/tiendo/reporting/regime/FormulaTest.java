package vn.tiendo.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final Map<String, BigDecimal> NUMBERS =
            Map.of("a", new BigDecimal("36"), "b", new BigDecimal("40"), "zero", BigDecimal.ZERO);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a / b * 100 | 2 | 90.00",
                "(a + b) * 2 - 1 | 0 | 151",
                "-a + b | 0 | 4",
                "MAX(a, b) - MIN(a, b) | 0 | 4",
                "IF(a >= b, 1, 2) | 0 | 2",
                "a / 7 | 4 | 5.1429",
                "ROUND(a / 7, 1) | 4 | 5.1000",
                "A + B | 0 | 76",
            })
    void reckons_exactly_and_rounds_half_up(String text, int scale, BigDecimal expected) {
        assertThat(Formula.parse(text).orElseThrow().number(NUMBERS, scale)).contains(expected);
    }

    @Test
    void names_what_it_is_made_of() {
        assertThat(Formula.parse("a / (b - zero) * 100").orElseThrow().variables())
                .containsExactlyInAnyOrder("a", "b", "zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a / zero", "a + missing", "a > b"})
    void gives_no_number_where_there_is_none(String text) {
        assertThat(Formula.parse(text).orElseThrow().number(NUMBERS, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a +",
                "(a",
                "a ^ 999999999",
                "FACT(100000)",
                "RANDOM()",
                "STR_UPPER(\"a\")",
                "a[0]",
                "a.b",
                "2 a",
                "DT_NOW()",
            })
    void is_a_small_language(String text) {
        assertThat(Formula.parse(text)).isEmpty();
    }

    @Test
    void rules_say_yes_or_no_and_nothing_when_a_figure_is_missing() {
        assertThat(Formula.parse("a <= b && b != zero").orElseThrow().holds(NUMBERS))
                .contains(true);
        assertThat(Formula.parse("a == b || a > b").orElseThrow().holds(NUMBERS))
                .contains(false);
        assertThat(Formula.parse("a <= missing").orElseThrow().holds(NUMBERS)).isEmpty();
        assertThat(Formula.parse("a + b").orElseThrow().holds(NUMBERS)).isEmpty();
    }

    @Property
    void decimals_add_up_without_an_error_of_binary_fractions(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal a,
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal b) {
        var numbers = Map.of("a", a, "b", b, "c", a.add(b));
        assertThat(Formula.parse("a + b == c").orElseThrow().holds(numbers)).contains(true);
        assertThat(Formula.parse("a + b").orElseThrow().number(numbers, 4).orElseThrow())
                .isEqualByComparingTo(a.add(b));
    }
}
