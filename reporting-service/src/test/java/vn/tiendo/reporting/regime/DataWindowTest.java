package vn.tiendo.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataWindowTest {

    private static final DataWindow BY_PERIOD = new DataWindow(null, 15, -1, null, 14, 0);

    @ParameterizedTest
    @CsvSource({
        "2024-03, 2024-02-15, 2024-03-14",
        "2024-01, 2023-12-15, 2024-01-14",
        "2024-Q1, 2023-12-15, 2024-03-14",
        "2024-Q2, 2024-03-15, 2024-06-14",
        "2024-Q4, 2024-09-15, 2024-12-14",
        "2024-H2, 2024-06-15, 2024-12-14",
    })
    void months_and_quarters_run_from_the_15th_to_the_14th(String occurrence, LocalDate from, LocalDate to) {
        assertThat(BY_PERIOD.spanOf(Period.of(occurrence).orElseThrow())).contains(new DataSpan(from, to));
    }

    @Test
    void windows_of_the_year_and_those_of_campaigns_stand_side_by_side() {
        var year2024 = Period.of("2024").orElseThrow();
        assertThat(new DataWindow(12, 15, -1, 6, 14, 0).spanOf(year2024))
                .contains(new DataSpan(LocalDate.of(2023, 12, 15), LocalDate.of(2024, 6, 14)));
        assertThat(new DataWindow(1, 1, 0, 5, 4, 0).spanOf(year2024))
                .contains(new DataSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 4)));
        assertThat(new DataWindow(1, 1, -3, 12, 31, -1).spanOf(year2024))
                .contains(new DataSpan(LocalDate.of(2021, 1, 1), LocalDate.of(2023, 12, 31)));
    }

    @Test
    void an_occurrence_that_names_no_period_has_no_days() {
        for (var occurrence : new String[] {"", "once", "2024-W05", "2024-13", "2024-Q5", "2025-2023"}) {
            assertThat(Period.of(occurrence)).as(occurrence).isEqualTo(Optional.empty());
        }
        assertThat(Period.of("2021-2023")).contains(new Period(YearMonth.of(2021, 1), YearMonth.of(2023, 12)));
    }

    @Property
    void months_follow_one_another_without_gap_or_overlap(
            @ForAll @IntRange(min = 2000, max = 2100) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        var here = YearMonth.of(year, month);
        var one = BY_PERIOD.spanOf(new Period(here, here)).orElseThrow();
        var next = BY_PERIOD
                .spanOf(new Period(here.plusMonths(1), here.plusMonths(1)))
                .orElseThrow();
        assertThat(next.from()).isEqualTo(one.to().plusDays(1));
    }
}
