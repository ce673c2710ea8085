package vn.tiendo.kit.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Where the wanted columns stand in a file; columns of reasons, as [FailedRows] adds them, are passed over.
///
/// @param columns those wanted, in their order
/// @param places of each in the file, -1 for an optional one that is absent
record Arrangement(List<String> columns, List<Integer> places) {

    private static final String REASON = "reason";

    /// @param written columns of the file
    /// @throws TableProblem when a column is absent, twice there, or not known
    static Arrangement of(List<String> written, List<String> required, List<String> optional) {
        var wanted = new ArrayList<>(required);
        wanted.addAll(optional);
        var plain = written.stream().map(Arrangement::plain).toList();
        requireKnown(wanted, written, plain);
        var missing = required.stream()
                .filter(column -> !plain.contains(plain(column)))
                .toList();
        if (!missing.isEmpty()) {
            throw new TableProblem.MissingColumn(String.join(", ", missing));
        }
        return new Arrangement(
                List.copyOf(wanted),
                wanted.stream().map(column -> plain.indexOf(plain(column))).toList());
    }

    private static void requireKnown(List<String> wanted, List<String> written, List<String> plain) {
        var known = new HashSet<>(wanted.stream().map(Arrangement::plain).toList());
        var seen = new HashSet<String>();
        for (int i = 0; i < plain.size(); i++) {
            var column = plain.get(i);
            if (!column.startsWith(REASON) && !known.contains(column)) {
                throw new TableProblem.UnknownColumn(written.get(i));
            }
            if (!seen.add(column)) {
                throw new TableProblem.ColumnTwice(written.get(i));
            }
        }
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    TableRow arranged(TableRow row) {
        return new TableRow(
                row.number(),
                places.stream()
                        .map(place -> place < 0 ? "" : row.cells().get(place))
                        .toList(),
                row.fault());
    }
}
