package vn.tiendo.kit.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The forms in which a table may come.
public enum TableFormat {
    CSV,
    XLSX;

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// @param contentType one of the two types, with or without parameters
    public static TableFormat of(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith(CSV_TYPE) ? CSV : XLSX;
    }

    /// @throws TableProblem when it cannot be read as such, holds nothing, or holds more than allowed
    public Table read(byte[] file) {
        var columns = new ArrayList<String>();
        var rows = new ArrayList<TableRow>();
        var table = new TableBuilder(TableBuilder.MOST_ROWS, columns::addAll, rows::add);
        switch (this) {
            case CSV -> CsvReading.read(new ByteArrayInputStream(file), table);
            case XLSX -> SheetReading.read(file, table);
        }
        table.end();
        return new Table(List.copyOf(columns), List.copyOf(rows));
    }

    /// Reads a file row by row, so that a large one is never in memory as a whole; of XLSX the list of shared texts is.
    ///
    /// @param most rows, at most
    /// @param each takes the rows, arranged as [Table#arranged] does
    /// @throws TableProblem like [#read], and also after some rows were taken
    public void readRows(Path file, int most, List<String> required, List<String> optional, Consumer<TableRow> each) {
        var arrangement = new AtomicReference<Arrangement>();
        var table = new TableBuilder(
                most,
                columns -> arrangement.set(Arrangement.of(columns, required, optional)),
                row -> each.accept(Objects.requireNonNull(arrangement.get()).arranged(row)));
        switch (this) {
            case CSV -> {
                try (var in = Files.newInputStream(file)) {
                    CsvReading.read(in, table);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
            case XLSX -> SheetReading.read(file, table);
        }
        table.end();
    }
}
