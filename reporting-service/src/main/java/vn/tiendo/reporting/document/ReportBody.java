package vn.tiendo.reporting.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Cell;
import vn.tiendo.reporting.document.Block.Column;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;
import vn.tiendo.reporting.document.Block.Words;
import vn.tiendo.reporting.report.WrittenReport;
import vn.tiendo.reporting.report.WrittenReport.Listed;
import vn.tiendo.reporting.report.WrittenReport.Measured;

/// What a report says, in the order in which its paper says it.
record ReportBody(WrittenReport report, String issuer, String subject) {

    /// @param plan what it carries out, in words; null when it is not known
    List<Block> blocks(@Nullable String plan) {
        var blocks = new ArrayList<Block>();
        if (plan != null) {
            blocks.add(new Paragraph("Thực hiện " + plan + ", " + issuer + " báo cáo " + subject + " như sau:"));
        }
        passages(blocks);
        figures(blocks);
        if (!blocks.isEmpty()) {
            blocks.add(new Paragraph("Trên đây là báo cáo " + subject + " của " + issuer + "./."));
        }
        return List.copyOf(blocks);
    }

    /// One section per title; what several units say about it stands below each other.
    private void passages(List<Block> blocks) {
        String section = null;
        for (var passage : report.passages()) {
            if (!passage.title().equals(section)) {
                section = passage.title();
                blocks.add(new Section(section));
            }
            var unit = passage.unit();
            blocks.add(unit == null ? new Paragraph(passage.text()) : new Attributed(unit, passage.text()));
        }
    }

    private void figures(List<Block> blocks) {
        if (report.figures().isEmpty() && report.tables().isEmpty()) {
            return;
        }
        blocks.add(new Section("Số liệu"));
        if (!report.figures().isEmpty()) {
            blocks.add(figures());
        }
        report.tables().forEach(table -> blocks.add(table(table)));
    }

    private Grid figures() {
        var rows = new ArrayList<List<Cell>>();
        for (var figure : report.figures()) {
            rows.add(List.of(
                    new Words(Integer.toString(rows.size() + 1)),
                    new Words(figure.name()),
                    new Words(Objects.requireNonNullElse(figure.unit(), "")),
                    value(figure)));
        }
        return new Grid(
                "",
                List.of(
                        new Column("TT", 8),
                        new Column("Chỉ tiêu", 52),
                        new Column("Đơn vị tính", 20),
                        new Column("Số liệu", 20)),
                rows);
    }

    private static Cell value(Measured figure) {
        BigDecimal number = figure.number();
        return number == null ? new Words(Objects.requireNonNullElse(figure.words(), "")) : new Amount(number);
    }

    private static Grid table(Listed table) {
        return new Grid(
                table.name(),
                table.columns().stream().map(title -> new Column(title, 1)).toList(),
                table.rows().stream()
                        .map(row -> row.stream().<Cell>map(Words::new).toList())
                        .toList());
    }
}
