package vn.tiendo.kit.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// A header and the rows below it; blank rows are left out.
///
/// @param columns as they are written in the file, NFC
public record Table(List<String> columns, List<TableRow> rows) {

    private static final String REASON = "reason";

    /// The same rows with their cells in the order of the wanted columns, empty where an optional column is absent.
    /// Columns of reasons, as [FailedRows] adds them, are passed over: a corrected file can be sent as it is.
    ///
    /// @throws TableProblem when a column is absent, twice there, or not known
    public Table arranged(List<String> required, List<String> optional) {
        var wanted = new ArrayList<>(required);
        wanted.addAll(optional);
        var written = columns.stream().map(Table::plain).toList();
        requireKnown(wanted, written);
        var missing = required.stream()
                .filter(column -> !written.contains(plain(column)))
                .toList();
        if (!missing.isEmpty()) {
            throw new TableProblem.MissingColumn(String.join(", ", missing));
        }
        var places =
                wanted.stream().map(column -> written.indexOf(plain(column))).toList();
        return new Table(
                List.copyOf(wanted),
                rows.stream()
                        .map(row -> new TableRow(
                                row.number(),
                                places.stream()
                                        .map(place ->
                                                place < 0 ? "" : row.cells().get(place))
                                        .toList(),
                                row.fault()))
                        .toList());
    }

    private void requireKnown(List<String> wanted, List<String> written) {
        var known = new HashSet<>(wanted.stream().map(Table::plain).toList());
        var seen = new HashSet<String>();
        for (int i = 0; i < written.size(); i++) {
            var column = written.get(i);
            if (!column.startsWith(REASON) && !known.contains(column)) {
                throw new TableProblem.UnknownColumn(columns.get(i));
            }
            if (!seen.add(column)) {
                throw new TableProblem.ColumnTwice(columns.get(i));
            }
        }
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
