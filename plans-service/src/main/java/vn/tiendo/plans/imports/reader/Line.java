package vn.tiendo.plans.imports.reader;

import java.util.List;

/// One cleaned line; `from` and `to` say for each letter where it stands in the original.
record Line(String text, int[] from, int[] to, boolean afterBlank, List<Line> cells) {

    String folded() {
        return Letters.fold(text);
    }

    boolean isRow() {
        return cells.size() > 1;
    }
}
