package vn.tiendo.kit.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row.
///
/// @param number as a spreadsheet counts: the header is row 1 when it stands on top
/// @param cells one per column of the table, without surrounding spaces, as they were written otherwise
/// @param fault why the row cannot be taken at its word, as the code of a sentence, such as `formula-in-row`
public record TableRow(
        int number, List<String> cells, @Nullable String fault) {

    static final String FORMULA = "formula-in-row";
    static final String CELL_IN_ERROR = "cell-in-error";
    static final String TOO_MANY_CELLS = "too-many-cells";
}
