package vn.tiendo.reporting.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Column;
import vn.tiendo.reporting.document.Block.Grid;

/// Tables of a Word file: those with figures, and those that only put text side by side.
final class DocxTables {

    private final XWPFDocument file;
    private final LayoutRule rule;

    DocxTables(XWPFDocument file, LayoutRule rule) {
        this.file = file;
        this.rule = rule;
    }

    /// Cells side by side without borders, on one page, each without a paragraph yet.
    List<XWPFTableCell> columns(int... shares) {
        var table = table(1, shares);
        for (var border : BORDERS) {
            border.draw(table, XWPFBorderType.NONE);
        }
        var row = table.getRow(0);
        row.setCantSplitRow(true);
        row.getTableCells().forEach(cell -> cell.removeParagraph(0));
        return row.getTableCells();
    }

    void grid(Grid grid) {
        if (!grid.caption().isEmpty()) {
            new Line(file.createParagraph(), rule.body().tableSize())
                    .aligned(ParagraphAlignment.CENTER)
                    .before(6)
                    .after(4)
                    .keptWithNext()
                    .bold(Text.line(grid.caption()));
        }
        var shares = grid.columns().stream().mapToInt(Column::share).toArray();
        var table = table(grid.rows().size() + 1, shares);
        for (var border : BORDERS) {
            border.draw(table, XWPFBorderType.SINGLE);
        }
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < shares.length; i++) {
            line(head, i)
                    .aligned(ParagraphAlignment.CENTER)
                    .bold(Text.line(grid.columns().get(i).title()));
        }
        for (int r = 0; r < grid.rows().size(); r++) {
            var row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            for (int c = 0; c < shares.length; c++) {
                var cell = grid.rows().get(r).get(c);
                line(row, c)
                        .aligned(cell instanceof Amount ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT)
                        .add(LaidOut.text(cell));
            }
        }
        new Line(file.createParagraph(), 4).after(4);
    }

    private Line line(XWPFTableRow row, int column) {
        return new Line(
                row.getCell(column).getParagraphs().getFirst(), rule.body().tableSize());
    }

    private XWPFTable table(int rows, int... shares) {
        var table = file.createTable(rows, shares.length);
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var widths = widths(shares);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        var columns = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
        for (var row : table.getRows()) {
            for (int i = 0; i < shares.length; i++) {
                row.getCell(i).setWidthType(TableWidthType.DXA);
                row.getCell(i).setWidth(widths.get(i).toString());
            }
        }
        return table;
    }

    private List<Integer> widths(int... shares) {
        var room =
                DocxWriter.twips(210 - rule.page().left() - rule.page().right()).intValueExact();
        var all = IntStream.of(shares).sum();
        return IntStream.of(shares).mapToObj(share -> room * share / all).toList();
    }

    /// In points, without the padding that Word puts at both sides.
    static double widthOf(XWPFTableCell cell) {
        return cell.getWidth() / 20.0 - 10.8;
    }

    private interface Border {
        void draw(XWPFTable table, XWPFBorderType type);
    }

    private static final List<Border> BORDERS = borders();

    private static List<Border> borders() {
        var all = new ArrayList<Border>();
        all.add((table, type) -> table.setTopBorder(type, 4, 0, "000000"));
        all.add((table, type) -> table.setBottomBorder(type, 4, 0, "000000"));
        all.add((table, type) -> table.setLeftBorder(type, 4, 0, "000000"));
        all.add((table, type) -> table.setRightBorder(type, 4, 0, "000000"));
        all.add((table, type) -> table.setInsideHBorder(type, 4, 0, "000000"));
        all.add((table, type) -> table.setInsideVBorder(type, 4, 0, "000000"));
        return List.copyOf(all);
    }
}
