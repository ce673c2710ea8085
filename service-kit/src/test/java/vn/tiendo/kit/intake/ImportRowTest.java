package vn.tiendo.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.intake.ImportProblem.CellMissing;
import vn.tiendo.kit.intake.ImportProblem.CellNotUnderstood;

class ImportRowTest {

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2024-02-29", "29/02/2024, 2024-02-29", "1/7/2025, 2025-07-01", "05/10/2023, 2023-10-05"})
    void a_day_is_written_year_first_or_day_first(String text, LocalDate day) {
        assertThat(row(text).day("d")).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "29/02/2023",
                "13/13/2024",
                "2024",
                "45292",
                "2024-1-1",
                "1/7/25",
                "2024-01-01T00:00"
            })
    void everything_else_is_no_day(String text) {
        assertThatThrownBy(() -> row(text).day("d")).isInstanceOf(CellNotUnderstood.class);
    }

    @Test
    void an_empty_cell_is_missing_or_nothing() {
        assertThatThrownBy(() -> row("").day("d")).isInstanceOf(CellMissing.class);
        assertThat(row("").optionalDay("d")).isNull();
        assertThat(row("").cell("no-such-column")).isEmpty();
    }

    private static ImportRow row(String text) {
        return new ImportRow(2, Map.of("d", text), null);
    }
}
