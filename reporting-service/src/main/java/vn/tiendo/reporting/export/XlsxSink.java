package vn.tiendo.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// A workbook of one sheet that leaves the memory every few rows; a sheet that is full goes on in the next one.
final class XlsxSink implements RowSink {

    /// Excel has 1,048,576 rows.
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private static final int ROWS_AT_ONCE = 500;

    private final Workbook book;
    private final String name;
    private final List<? extends @Nullable Object> head;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxSink(OutputStream out, String name, List<? extends @Nullable Object> head) throws IOException {
        this.book = new Workbook(out, "Tien Do", "1.0");
        this.name = name;
        this.head = head;
        this.sheet = open();
    }

    private Worksheet open() throws IOException {
        sheets++;
        row = 0;
        sheet = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        write(head);
        for (int i = 0; i < head.size(); i++) {
            sheet.style(0, i).bold().set();
        }
        return sheet;
    }

    @Override
    public void add(List<? extends @Nullable Object> cells) throws IOException {
        if (row == ROWS_OF_A_SHEET) {
            sheet.finish();
            open();
        }
        write(cells);
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /// Text stands in the row itself: a table of all texts would grow with the export.
    private void write(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {}
                case Boolean yes -> sheet.inlineString(row, i, ExportCells.text(yes));
                case Number number -> sheet.value(row, i, number);
                case LocalDate day -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format("dd/mm/yyyy").set();
                }
                case Instant moment -> {
                    sheet.value(row, i, moment.atZone(Days.ZONE).toLocalDateTime());
                    sheet.style(row, i).format("dd/mm/yyyy hh:mm").set();
                }
                case Object other -> sheet.inlineString(row, i, ExportCells.text(other));
            }
        }
        row++;
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        book.finish();
    }
}
