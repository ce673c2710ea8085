package vn.tiendo.reporting.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Words;

/// A sheet on which rows are added from top to bottom.
///
/// Every text cell carries the mark by which Excel keeps a text a text, so that nothing runs as a formula when somebody
/// edits it.
final class XlsxSheet {

    private static final double POINTS_PER_CHARACTER = 5.4;

    /// Excel shows no row higher than 409 points, so a long paragraph goes on in the next row.
    private static final int MOST_LINES = 18;

    private static final String WHOLE = "0";
    private static final String DECIMAL = ".";

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final int[] widths;
    private final Map<Look, XSSFCellStyle> looks = new HashMap<>();
    private int next;

    /// @param style any of b, i, u
    record Piece(String text, double size, String style) {}

    private record Look(double size, String style, HorizontalAlignment alignment, boolean boxed) {}

    /// @param widths of the columns in points
    XlsxSheet(XSSFWorkbook book, String name, int[] widths) {
        this.book = book;
        this.sheet = book.createSheet(name);
        this.widths = widths.clone();
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, (int) Math.min(255 * 256, widths[i] / POINTS_PER_CHARACTER * 256));
        }
        sheet.setDisplayGridlines(false);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    void skip() {
        next++;
    }

    void text(String text, double size, String style, HorizontalAlignment alignment) {
        var room = room(0, widths.length - 1);
        for (var part : parts(text, size, room)) {
            var row = sheet.createRow(next++);
            put(row, 0, widths.length - 1, new Piece(part, size, style), alignment);
            row.setHeightInPoints((float) height(part, size, room));
        }
    }

    void sideBySide(@Nullable Piece left, @Nullable Piece right, HorizontalAlignment ofLeft) {
        var row = sheet.createRow(next++);
        var last = widths.length - 1;
        var middle = middle();
        double height = 15;
        if (left != null) {
            put(row, 0, middle, left, ofLeft);
            height = Math.max(height, height(left.text(), left.size(), room(0, middle)));
        }
        if (right != null) {
            put(row, middle + 1, last, right, HorizontalAlignment.CENTER);
            height = Math.max(height, height(right.text(), right.size(), room(middle + 1, last)));
        }
        row.setHeightInPoints((float) height);
    }

    /// The last column of the left half: as near to the middle of the page as columns allow.
    private int middle() {
        var half = IntStream.of(widths).sum() / 2.0;
        int best = 0;
        for (int i = 0; i < widths.length - 1; i++) {
            if (Math.abs(room(0, i) - half) < Math.abs(room(0, best) - half)) {
                best = i;
            }
        }
        return best;
    }

    void grid(Grid grid, double size) {
        if (!grid.caption().isEmpty()) {
            text(Text.line(grid.caption()), size, "b", HorizontalAlignment.CENTER);
        }
        var head = sheet.createRow(next++);
        var columns = grid.columns().size();
        for (int i = 0; i < columns; i++) {
            var cell = cell(head, i, columns, new Look(size, "b", HorizontalAlignment.CENTER, true));
            cell.setCellValue(Text.line(grid.columns().get(i).title()));
        }
        for (var values : grid.rows()) {
            var row = sheet.createRow(next++);
            double height = 15;
            for (int i = 0; i < columns; i++) {
                switch (values.get(i)) {
                    case Amount amount -> {
                        var style = amount.value().stripTrailingZeros().scale() > 0 ? DECIMAL : WHOLE;
                        cell(row, i, columns, new Look(size, style, HorizontalAlignment.RIGHT, true))
                                .setCellValue(amount.value().doubleValue());
                    }
                    case Words words -> {
                        var text = Text.line(words.text());
                        cell(row, i, columns, new Look(size, "", HorizontalAlignment.LEFT, true))
                                .setCellValue(text);
                        height = Math.max(height, height(text, size, room(i, lastOf(i, columns))));
                    }
                }
            }
            row.setHeightInPoints((float) Math.min(409, height));
        }
        skip();
    }

    /// A table with fewer columns than the sheet stretches its last one.
    private int lastOf(int column, int columns) {
        return column == columns - 1 ? widths.length - 1 : column;
    }

    private XSSFCell cell(XSSFRow row, int column, int columns, Look look) {
        for (int i = column + 1; i <= lastOf(column, columns); i++) {
            row.createCell(i).setCellStyle(styleOf(look));
        }
        var cell = row.createCell(column);
        cell.setCellStyle(styleOf(look));
        merge(row, column, lastOf(column, columns));
        return cell;
    }

    private void put(XSSFRow row, int from, int to, Piece piece, HorizontalAlignment alignment) {
        var cell = row.createCell(from);
        cell.setCellStyle(styleOf(new Look(piece.size(), piece.style(), alignment, false)));
        cell.setCellValue(piece.text());
        merge(row, from, to);
    }

    private void merge(XSSFRow row, int from, int to) {
        if (to > from) {
            var unused = sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
        }
    }

    private XSSFCellStyle styleOf(Look look) {
        return looks.computeIfAbsent(look, wanted -> {
            var font = book.createFont();
            font.setFontName(Line.FONT);
            font.setFontHeight(wanted.size());
            font.setBold(wanted.style().contains("b"));
            font.setItalic(wanted.style().contains("i"));
            font.setUnderline(wanted.style().contains("u") ? XSSFFont.U_SINGLE : XSSFFont.U_NONE);
            var style = book.createCellStyle();
            style.setFont(font);
            style.setWrapText(true);
            style.setQuotePrefixed(wanted.alignment() != HorizontalAlignment.RIGHT);
            style.setAlignment(wanted.alignment());
            style.setVerticalAlignment(VerticalAlignment.TOP);
            if (wanted.boxed()) {
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderLeft(BorderStyle.THIN);
                style.setBorderRight(BorderStyle.THIN);
                if (wanted.alignment() == HorizontalAlignment.RIGHT) {
                    style.setDataFormat(
                            book.createDataFormat().getFormat(wanted.style().equals(DECIMAL) ? "#,##0.####" : "#,##0"));
                }
            }
            return style;
        });
    }

    private int room(int from, int to) {
        return IntStream.rangeClosed(from, to).map(i -> widths[i]).sum();
    }

    private static double height(String text, double size, double room) {
        return Math.min(409, linesOf(text, size, room) * size * 1.25 + 3);
    }

    private static int linesOf(String text, double size, double room) {
        return Math.max(1, (int) Math.ceil(Lettering.BOLD.width(text, size) * 1.04 / Math.max(1, room - 6)));
    }

    private static List<String> parts(String text, double size, double room) {
        if (linesOf(text, size, room) <= MOST_LINES) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        double width = 0;
        for (var word : text.split(" ")) {
            var more = Lettering.BOLD.width(" " + word, size);
            if (!part.isEmpty() && width + more > (room - 6) * MOST_LINES / 1.04) {
                parts.add(part.toString());
                part.setLength(0);
                width = 0;
            }
            part.append(part.isEmpty() ? "" : " ").append(word);
            width += more;
        }
        parts.add(part.toString());
        return parts;
    }
}
