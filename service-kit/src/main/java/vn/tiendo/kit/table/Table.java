package vn.tiendo.kit.table;

import java.util.List;

/// A header and the rows below it; blank rows are left out.
///
/// @param columns as they are written in the file, NFC
public record Table(List<String> columns, List<TableRow> rows) {

    /// The same rows with their cells in the order of the wanted columns, empty where an optional column is absent.
    /// Columns of reasons, as [FailedRows] adds them, are passed over: a corrected file can be sent as it is.
    ///
    /// @throws TableProblem when a column is absent, twice there, or not known
    public Table arranged(List<String> required, List<String> optional) {
        var arrangement = Arrangement.of(columns, required, optional);
        return new Table(
                arrangement.columns(), rows.stream().map(arrangement::arranged).toList());
    }
}
