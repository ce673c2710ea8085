package vn.tiendo.reporting.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Aggregation;
import vn.tiendo.reporting.regime.RowKey;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;
import vn.tiendo.reporting.regime.Value;

/// Adds up the tables of units: rows with the same key become one, each column by its own rule.
final class TableSum {

    /// As many rows as a table of a report holds.
    static final int MOST_ROWS = 500;

    private final List<Column> columns;
    private final Map<RowKey, Row> rows = new HashMap<>();
    private long units;

    TableSum(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /// What has come together in one cell.
    private static final class Sum {
        private @Nullable BigDecimal total;
        private BigDecimal weight = BigDecimal.ZERO;
        private String last = "";

        void add(BigDecimal number) {
            total = total == null ? number : total.add(number);
        }
    }

    private final class Row {
        private final List<Sum> sums = columns.stream().map(column -> new Sum()).toList();

        void add(List<String> cells) {
            for (int at = 0; at < columns.size(); at++) {
                add(columns.get(at), sums.get(at), cells.get(at), cells);
            }
        }

        private void add(Column column, Sum sum, String cell, List<String> cells) {
            if (cell.isBlank()) {
                return;
            }
            switch (column.rule()) {
                case SUM -> sum.add(new BigDecimal(cell));
                case WEIGHTED -> {
                    var weight = cells.get(indexOf(Objects.requireNonNull(column.weightedBy())));
                    if (!weight.isBlank()) {
                        sum.add(new BigDecimal(cell).multiply(new BigDecimal(weight)));
                        sum.weight = sum.weight.add(new BigDecimal(weight));
                    }
                }
                case LATEST -> sum.last = cell;
                case NONE -> {} // each unit's stays its own
            }
        }

        List<String> cells(RowKey key) {
            var keys = key.cells().iterator();
            return IntStream.range(0, columns.size())
                    .mapToObj(at -> columns.get(at).key() ? keys.next() : cell(columns.get(at), sums.get(at)))
                    .toList();
        }

        private String cell(Column column, Sum sum) {
            var total = sum.total;
            if (column.rule() == Aggregation.LATEST) {
                return sum.last;
            }
            if (total == null || (column.rule() == Aggregation.WEIGHTED && sum.weight.signum() == 0)) {
                return "";
            }
            var number = column.rule() == Aggregation.WEIGHTED
                    ? total.divide(sum.weight, column.type().scale(), RoundingMode.HALF_UP)
                    : total;
            return Objects.requireNonNull(Value.of(number).number()).toPlainString();
        }
    }

    private int indexOf(String code) {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// @param table of one unit; units come in the order in which their reports were accepted
    void add(List<List<String>> table) {
        units++;
        for (var row : table) {
            if (rows.size() <= MOST_ROWS) { // one more than a table holds tells that it is too long
                rows.computeIfAbsent(RowKey.of(row, columns), key -> new Row()).add(row);
            }
        }
    }

    boolean isTooLong() {
        return rows.size() > MOST_ROWS;
    }

    /// How many units have such a table.
    long units() {
        return units;
    }

    /// In the Vietnamese order of their keys.
    List<List<String>> rows() {
        var letters = Collator.getInstance(Locale.of("vi"));
        Comparator<RowKey> order = Comparator.comparing(key -> String.join("\n", key.cells()), letters::compare);
        var keys = new ArrayList<>(rows.keySet());
        keys.sort(order.thenComparing(key -> String.join("\n", key.cells())));
        return keys.stream()
                .map(key -> Objects.requireNonNull(rows.get(key)).cells(key))
                .toList();
    }
}
