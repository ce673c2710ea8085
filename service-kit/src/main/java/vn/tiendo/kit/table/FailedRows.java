package vn.tiendo.kit.table;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes rows back as CSV with the reason why each was refused, ready to be corrected and sent again.
///
/// With a byte order mark, by which spreadsheets know UTF-8; no cell can be run as a formula.
public final class FailedRows {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    public FailedRows(Writer out, List<String> columns) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        write(columns, "reasonRow", "reasonCode", "reason");
    }

    public void add(int row, List<String> cells, String code, String reason) throws IOException {
        write(cells, Integer.toString(row), code, reason);
    }

    private void write(List<String> cells, String... more) throws IOException {
        var all = new ArrayList<>(cells);
        all.addAll(List.of(more));
        printer.printRecord(all.stream().map(Cells::defused));
    }

    public void flush() throws IOException {
        printer.flush();
    }
}
