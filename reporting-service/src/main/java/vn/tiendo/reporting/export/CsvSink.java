package vn.tiendo.reporting.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// CSV by RFC 4180 with the byte order mark by which spreadsheets know UTF-8; no cell can be run as a formula.
final class CsvSink implements RowSink {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    CsvSink(OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void add(List<? extends @Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(ExportCells::text));
    }

    @Override
    public void finish() throws IOException {
        printer.flush();
    }
}
