package vn.tiendo.kit.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects rows as they are read and keeps them within bounds; the first row with anything in it is the header.
final class TableBuilder {

    static final int MOST_ROWS = 20_000;

    private final List<String> columns = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();

    void add(int number, List<String> cells, @Nullable String fault) {
        var stripped = cells.stream().map(Cells::read).toList();
        if (stripped.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (columns.isEmpty()) {
            header(stripped);
        } else if (rows.size() == MOST_ROWS) {
            throw new TableProblem.TooManyRows(MOST_ROWS);
        } else {
            rows.add(new TableRow(number, fitted(stripped), fault == null ? surplus(stripped) : fault));
        }
    }

    private void header(List<String> cells) {
        cells.stream()
                .map(cell -> Normalizer.normalize(cell, Normalizer.Form.NFC))
                .forEach(columns::add);
        while (columns.getLast().isEmpty()) {
            columns.removeLast();
        }
    }

    private List<String> fitted(List<String> cells) {
        var fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns.size())));
        while (fitted.size() < columns.size()) {
            fitted.add("");
        }
        return List.copyOf(fitted);
    }

    private @Nullable String surplus(List<String> cells) {
        var beyond = cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty());
        return beyond ? TableRow.TOO_MANY_CELLS : null;
    }

    Table build() {
        if (rows.isEmpty()) {
            throw new TableProblem.EmptyTable();
        }
        return new Table(List.copyOf(columns), List.copyOf(rows));
    }
}
