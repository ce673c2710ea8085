package vn.tiendo.reporting.regime;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;

/// What tells a row of a table from another: the cells of its key columns, however they are spaced.
public record RowKey(List<String> cells) {

    public RowKey {
        cells = cells.stream().map(RowKey::tidy).toList();
    }

    /// A row with fewer columns, of another version of the template, has blanks there.
    public static RowKey of(List<String> row, List<Column> columns) {
        return new RowKey(positions(columns).stream()
                .map(at -> at < row.size() ? row.get(at) : "")
                .toList());
    }

    /// Where the key columns stand.
    public static List<Integer> positions(List<Column> columns) {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).key())
                .boxed()
                .toList();
    }

    /// One spelling for what looks the same: composed letters, and single spaces.
    private static String tidy(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .replaceAll("[ \\t\\n\\r]+", " ")
                .strip();
    }

    /// The same in SQL.
    ///
    /// @param cell an expression that gives a cell
    public static String tidySql(String cell) {
        return "btrim(regexp_replace(translate(normalize(" + cell
                + ", NFC), chr(160), ' '), '[ \\t\\n\\r]+', ' ', 'g'))";
    }
}
