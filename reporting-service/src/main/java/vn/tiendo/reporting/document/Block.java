package vn.tiendo.reporting.document;

import java.math.BigDecimal;
import java.util.List;

/// One piece of the body of a paper.
sealed interface Block {

    /// A numbered section.
    record Section(String title) implements Block {}

    record Paragraph(String text) implements Block {}

    /// A paragraph that another unit wrote, with its name before it.
    record Attributed(String unit, String text) implements Block {}

    /// @param rows as wide as the columns
    record Grid(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("A row is as wide as the table");
                }
            }
        }
    }

    /// @param share of the width, relative to the other columns
    record Column(String title, int share) {}

    sealed interface Cell {}

    record Words(String text) implements Cell {}

    /// Stays a number in a spreadsheet.
    record Amount(BigDecimal value) implements Cell {}
}
