package vn.tiendo.plans.imports.reader;

import java.util.List;

/// One paragraph, or one row of a table, of the joined text.
///
/// @param start first letter in the joined text
/// @param end after its last letter
/// @param cells where the cells of a row stand, each start and end; empty for a paragraph
record Block(Zone zone, int start, int end, Marker marker, List<int[]> cells) {

    /// Where in the document it stands.
    enum Zone {
        HEAD,
        BODY,
        FOOTNOTE
    }

    boolean isRow() {
        return !cells.isEmpty();
    }
}
