package vn.tiendo.kit.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Passes rows on as they are read and keeps them within bounds; the first row with anything in it is the header.
final class TableBuilder {

    static final int MOST_ROWS = 20_000;

    private final int most;
    private final Consumer<List<String>> header;
    private final Consumer<TableRow> rows;
    private final List<String> columns = new ArrayList<>();
    private int count;
    private @Nullable RuntimeException refusal;

    /// @param header takes the columns before the first row
    TableBuilder(int most, Consumer<List<String>> header, Consumer<TableRow> rows) {
        this.most = most;
        this.header = header;
        this.rows = rows;
    }

    void add(int number, List<String> cells, @Nullable String fault) {
        var stripped = cells.stream().map(Cells::read).toList();
        if (stripped.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (columns.isEmpty()) {
            name(stripped);
            deliver(() -> header.accept(List.copyOf(columns)));
        } else if (count == most) {
            throw new TableProblem.TooManyRows(most);
        } else {
            count++;
            var row = new TableRow(number, fitted(stripped), fault == null ? surplus(stripped) : fault);
            deliver(() -> rows.accept(row));
        }
    }

    /// What becomes of the rows is no fault of the file.
    private void deliver(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException refused) {
            refusal = refused;
            throw refused;
        }
    }

    /// What was thrown by whoever takes the rows.
    @Nullable
    RuntimeException refusal() {
        return refusal;
    }

    private void name(List<String> cells) {
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

    /// @throws TableProblem when there was no row below a header
    void end() {
        if (count == 0) {
            throw new TableProblem.EmptyTable();
        }
    }
}
