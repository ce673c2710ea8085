package vn.tiendo.reporting.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Column;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;

/// Writes a paper for Excel, ready to print: text runs across all columns, figures stay numbers.
final class XlsxWriter {

    private static final int FEWEST_COLUMNS = 4;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    private final LaidOut paper;
    private final LayoutRule rule;
    private final int[] widths;

    XlsxWriter(LaidOut paper) {
        this.paper = paper;
        this.rule = paper.rule();
        this.widths = widthsOf(paper);
    }

    byte[] write() {
        try (var book = new XSSFWorkbook()) {
            describe(book);
            var sheet = new XlsxSheet(book, "Văn bản", widths);
            head(sheet);
            if (!paper.isLetter()) {
                title(sheet);
            }
            addressees(sheet);
            for (var block : paper.body()) {
                switch (block) {
                    case Section section ->
                        sheet.text(section.title(), rule.body().size(), "b", HorizontalAlignment.LEFT);
                    case Paragraph paragraph -> body(sheet, paragraph.text());
                    case Attributed attributed -> body(sheet, attributed.unit() + ": " + attributed.text());
                    case Grid grid -> sheet.grid(grid, rule.body().tableSize());
                }
            }
            foot(sheet);
            layOut(sheet);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Of the widest table; text alone has a few columns of the same width. In points.
    private static int[] widthsOf(LaidOut paper) {
        var page = paper.rule().page();
        var room = DocxWriter.points(210 - page.left() - page.right());
        var shares = paper.body().stream()
                .filter(Grid.class::isInstance)
                .map(block -> ((Grid) block)
                        .columns().stream().mapToInt(Column::share).toArray())
                .reduce(
                        IntStream.generate(() -> 1).limit(FEWEST_COLUMNS).toArray(),
                        (widest, other) -> other.length >= widest.length ? other : widest);
        var all = IntStream.of(shares).sum();
        return IntStream.of(shares).map(share -> (int) (room * share / all)).toArray();
    }

    private void describe(XSSFWorkbook book) {
        var core = book.getProperties().getCoreProperties();
        core.setTitle(paper.name());
        core.setCreator(Text.line(paper.document().letterhead().issuer()));
        core.getUnderlyingProperties().setLanguageProperty("vi-VN");
    }

    private void head(XlsxSheet sheet) {
        var superior = paper.superior();
        var titles = rule.title();
        var left = new XlsxSheet.Piece[] {
            superior == null
                    ? null
                    : new XlsxSheet.Piece(superior, rule.issuer().superiorSize(), ""),
            new XlsxSheet.Piece(paper.issuer(), rule.issuer().size(), "b"),
            rule.issuer().mark() == null
                    ? null
                    : new XlsxSheet.Piece(rule.issuer().mark(), rule.issuer().size(), ""),
            new XlsxSheet.Piece(paper.numberLine(), rule.number().size(), ""),
            paper.isLetter()
                    ? new XlsxSheet.Piece(
                            paper.subject(), rule.letter().size(), rule.letter().italic() ? "i" : "")
                    : null,
        };
        for (int i = 0; i < left.length; i++) {
            var right = i < titles.size()
                    ? new XlsxSheet.Piece(
                            titles.get(i).text(),
                            titles.get(i).size(),
                            titles.get(i).ruled() ? "bu" : "b")
                    : i == 3 ? new XlsxSheet.Piece(paper.placeAndDate(), rule.dateSize(), "i") : null;
            if (left[i] != null || right != null) {
                sheet.sideBySide(left[i], right, HorizontalAlignment.CENTER);
            }
        }
        sheet.skip();
    }

    private void title(XlsxSheet sheet) {
        sheet.text(paper.type(), rule.type().size(), "b", HorizontalAlignment.CENTER);
        sheet.text(paper.subject(), rule.type().subjectSize(), "b", HorizontalAlignment.CENTER);
        if (rule.type().end() != null) {
            sheet.text(rule.type().end(), rule.type().subjectSize(), "", HorizontalAlignment.CENTER);
        }
        sheet.skip();
    }

    private void addressees(XlsxSheet sheet) {
        var addressees = paper.addressees();
        for (int i = 0; i < addressees.size(); i++) {
            var words = (i == 0 ? "Kính gửi: " : "") + addressees.get(i);
            sheet.text(words, rule.body().size(), "", HorizontalAlignment.CENTER);
        }
        if (!addressees.isEmpty()) {
            sheet.skip();
        }
    }

    private void body(XlsxSheet sheet, String text) {
        sheet.text(text, rule.body().size(), "", HorizontalAlignment.JUSTIFY);
    }

    private void foot(XlsxSheet sheet) {
        sheet.skip();
        var look = rule.recipients();
        var size = rule.signing().size();
        var right = new ArrayList<XlsxSheet.Piece>();
        paper.authorities().forEach(authority -> right.add(new XlsxSheet.Piece(authority, size, "b")));
        var post = paper.post();
        if (post != null) {
            right.add(new XlsxSheet.Piece(post, size, rule.signing().boldPost() ? "b" : ""));
        }
        for (int i = 0; i < 4; i++) {
            right.add(new XlsxSheet.Piece("", size, ""));
        }
        right.add(new XlsxSheet.Piece(paper.signer(), size, "b"));
        var left = new ArrayList<XlsxSheet.Piece>();
        left.add(new XlsxSheet.Piece(
                "Nơi nhận:", look.headSize(), look.headBoldItalic() ? "bi" : look.headUnderlined() ? "u" : ""));
        paper.recipients().forEach(recipient -> left.add(new XlsxSheet.Piece(recipient, look.size(), "")));
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            sheet.sideBySide(
                    i < left.size() ? left.get(i) : null,
                    i < right.size() ? right.get(i) : null,
                    HorizontalAlignment.LEFT);
        }
    }

    private void layOut(XlsxSheet sheet) {
        var page = rule.page();
        var print = sheet.sheet().getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.sheet().setFitToPage(true);
        sheet.sheet().setMargin(PageMargin.TOP, page.top() / MILLIMETRES_PER_INCH);
        sheet.sheet().setMargin(PageMargin.BOTTOM, page.bottom() / MILLIMETRES_PER_INCH);
        sheet.sheet().setMargin(PageMargin.LEFT, page.left() / MILLIMETRES_PER_INCH);
        sheet.sheet().setMargin(PageMargin.RIGHT, page.right() / MILLIMETRES_PER_INCH);
        sheet.sheet().setMargin(PageMargin.HEADER, page.top() / 2 / MILLIMETRES_PER_INCH);
        sheet.sheet().getHeaderFooterProperties().setDifferentFirst(page.numbersFrom() > 1);
        sheet.sheet().getHeader().setCenter("&P");
    }
}
