package vn.tiendo.kit.table;

import java.util.Locale;

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
        return switch (this) {
            case CSV -> CsvReading.read(file);
            case XLSX -> SheetReading.read(file);
        };
    }
}
