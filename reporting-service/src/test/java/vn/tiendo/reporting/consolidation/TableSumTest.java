package vn.tiendo.reporting.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.regime.Aggregation;
import vn.tiendo.reporting.regime.IndicatorType;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;

class TableSumTest {

    private static final Column NAME = column("name", IndicatorType.TEXT, true, null, null);
    private static final Column PEOPLE = column("people", IndicatorType.INTEGER, false, null, null);
    private static final List<Column> COLUMNS = List.of(
            NAME,
            PEOPLE,
            column("share", IndicatorType.PERCENT, false, Aggregation.WEIGHTED, "people"),
            column("grade", IndicatorType.TEXT, false, Aggregation.LATEST, null),
            column("words", IndicatorType.TEXT, false, null, null));

    private static Column column(
            String code, IndicatorType type, boolean key, @Nullable Aggregation rule, @Nullable String weight) {
        return new Column(code, code, code, type, key, rule, weight);
    }

    @Test
    void rows_with_the_same_key_become_one_each_column_by_its_rule() {
        var sum = new TableSum(COLUMNS);
        sum.add(List.of(List.of("Dân vận", "10", "50", "trước", "a"), List.of("Áo ấm", "1.5", "", "", "b")));
        sum.add(List.of(List.of(" Dân\u00A0 vận ", "30", "90", "sau", "c")));
        assertThat(sum.units()).isEqualTo(2);
        assertThat(sum.rows())
                .containsExactly(List.of("Áo ấm", "1.5", "", "", ""), List.of("Dân vận", "40", "80", "sau", ""));
    }

    @Test
    void composed_and_decomposed_letters_are_one_key() {
        var sum = new TableSum(List.of(NAME, PEOPLE));
        sum.add(List.of(List.of("Tân Tiến", "1")));
        sum.add(List.of(List.of(java.text.Normalizer.normalize("Tân Tiến", java.text.Normalizer.Form.NFD), "2")));
        assertThat(sum.rows()).containsExactly(List.of("Tân Tiến", "3"));
    }

    @Test
    void what_has_no_weight_weighs_nothing_and_what_nobody_filled_in_stays_blank() {
        var sum = new TableSum(COLUMNS);
        sum.add(List.of(List.of("x", "", "50", "", "")));
        assertThat(sum.rows()).containsExactly(List.of("x", "", "", "", ""));
    }

    @Test
    void more_rows_than_a_table_holds_are_too_many() {
        var sum = new TableSum(List.of(NAME, PEOPLE));
        IntStream.rangeClosed(1, TableSum.MOST_ROWS)
                .forEach(i -> sum.add(List.of(List.of("row " + i, "1"), List.of("row 1", "1"))));
        assertThat(sum.isTooLong()).isFalse();
        assertThat(sum.rows()).hasSize(TableSum.MOST_ROWS);
        sum.add(List.of(List.of("one more", "1")));
        assertThat(sum.isTooLong()).isTrue();
    }

    /// However the rows are dealt to the units: what is added up is what was there, row by row.
    @Property(tries = 200)
    void nothing_is_lost_and_nothing_counts_twice(
            @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> rows,
            @ForAll @IntRange(min = 1, max = 7) int units) {
        var sum = new TableSum(List.of(NAME, PEOPLE));
        var dealt = new ArrayList<List<List<String>>>();
        IntStream.range(0, units).forEach(i -> dealt.add(new ArrayList<>()));
        IntStream.range(0, rows.size())
                .forEach(i ->
                        dealt.get(i % units).add(List.of("key " + rows.get(i) % 10, Integer.toString(rows.get(i)))));
        dealt.forEach(sum::add);
        for (int key = 0; key < 10; key++) {
            var wanted = key;
            var all = rows.stream().filter(row -> row % 10 == wanted).toList();
            var found = sum.rows().stream()
                    .filter(row -> row.getFirst().equals("key " + wanted))
                    .toList();
            assertThat(found).hasSize(all.isEmpty() ? 0 : 1);
            if (!all.isEmpty()) {
                assertThat(new BigDecimal(found.getFirst().get(1)))
                        .isEqualByComparingTo(BigDecimal.valueOf(
                                all.stream().mapToInt(Integer::intValue).sum()));
            }
        }
    }
}
