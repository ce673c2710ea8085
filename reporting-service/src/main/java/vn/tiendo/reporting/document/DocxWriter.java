package vn.tiendo.reporting.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;

/// Writes a paper for Word. It names Times New Roman, which Word has, and embeds no font.
final class DocxWriter {

    /// Of the text above it: between a third and a half, says Decree 30/2020.
    static final double SHORT = 0.4;

    private final LaidOut paper;
    private final LayoutRule rule;
    private final XWPFDocument file = new XWPFDocument();

    DocxWriter(LaidOut paper) {
        this.paper = paper;
        this.rule = paper.rule();
    }

    byte[] write() {
        try (file) {
            describe();
            layOutPages();
            var tables = new DocxTables(file, rule);
            head(tables);
            title();
            addressees();
            for (var block : paper.body()) {
                switch (block) {
                    case Section section -> section(section.title());
                    case Paragraph paragraph -> bodyParagraph().add(paragraph.text());
                    case Attributed attributed ->
                        bodyParagraph().bold(attributed.unit() + ": ").add(attributed.text());
                    case Grid grid -> tables.grid(grid);
                }
            }
            foot(tables);
            var bytes = new ByteArrayOutputStream();
            file.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void describe() {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(Line.FONT);
        fonts.setHAnsi(Line.FONT);
        fonts.setCs(Line.FONT);
        fonts.setEastAsia(Line.FONT);
        var styles = file.createStyles();
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
        var core = file.getProperties().getCoreProperties();
        core.setTitle(paper.name());
        core.setCreator(Text.line(paper.document().letterhead().issuer()));
        core.getUnderlyingProperties().setLanguageProperty("vi-VN");
    }

    private void layOutPages() {
        var page = rule.page();
        var section = file.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        var margins = section.addNewPgMar();
        margins.setTop(twips(page.top()));
        margins.setBottom(twips(page.bottom()));
        margins.setLeft(twips(page.left()));
        margins.setRight(twips(page.right()));
        margins.setHeader(twips(page.top() / 2));
        margins.setFooter(twips(page.bottom() / 2));
        margins.setGutter(BigInteger.ZERO);
        if (page.numbersFrom() > 1) {
            section.addNewTitlePg();
            file.createHeader(HeaderFooterType.FIRST).createParagraph();
        }
        var number = new Line(file.createHeader(HeaderFooterType.DEFAULT).createParagraph(), page.numberSize())
                .aligned(ParagraphAlignment.CENTER);
        number.run().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        number.run().getCTR().addNewInstrText().setStringValue("PAGE");
        number.run().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        number.add("2");
        number.run().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private void head(DocxTables tables) {
        var cells = tables.columns(rule.issuer().width(), 100 - rule.issuer().width());
        issuer(cells.getFirst());
        right(cells.getLast());
    }

    private void issuer(XWPFTableCell cell) {
        var superior = paper.superior();
        if (superior != null) {
            centred(cell, rule.issuer().superiorSize()).add(superior);
        }
        centred(cell, rule.issuer().size()).bold(paper.issuer());
        if (rule.issuer().mark() == null) {
            var room = DocxTables.widthOf(cell);
            var name = Lettering.BOLD.width(paper.issuer(), rule.issuer().size());
            Line.rule(cell.addParagraph(), room, SHORT * Math.min(room, name));
        } else {
            centred(cell, rule.issuer().size()).add(rule.issuer().mark());
        }
        centred(cell, rule.number().size()).before(4).add(paper.numberLine());
        if (paper.isLetter()) {
            var letter = rule.letter();
            var subject = centred(cell, letter.size());
            if (letter.italic()) {
                subject.italic(paper.subject());
            } else {
                subject.add(paper.subject());
            }
        }
    }

    private void right(XWPFTableCell cell) {
        for (var title : rule.title()) {
            centred(cell, title.size()).bold(title.text());
            if (title.ruled()) {
                var width = Lettering.BOLD.width(title.text(), title.size());
                Line.rule(cell.addParagraph(), DocxTables.widthOf(cell), width);
            }
        }
        centred(cell, rule.dateSize()).before(8).italic(paper.placeAndDate());
    }

    private void title() {
        if (paper.isLetter()) {
            return;
        }
        var type = rule.type();
        line(type.size()).aligned(ParagraphAlignment.CENTER).before(18).bold(paper.type());
        line(type.subjectSize()).aligned(ParagraphAlignment.CENTER).bold(paper.subject());
        if (type.end() == null) {
            var room = textWidth();
            var width = Lettering.BOLD.width(paper.subject(), type.subjectSize());
            Line.rule(file.createParagraph(), room, SHORT * Math.min(room, width));
            line(4).after(8);
        } else {
            line(type.subjectSize()).aligned(ParagraphAlignment.CENTER).after(8).add(type.end());
        }
    }

    private void addressees() {
        var addressees = paper.addressees();
        if (addressees.size() == 1) {
            line(rule.body().size())
                    .aligned(ParagraphAlignment.CENTER)
                    .before(paper.isLetter() ? 18 : 6)
                    .after(10)
                    .add("Kính gửi: " + addressees.getFirst());
        } else if (!addressees.isEmpty()) {
            line(rule.body().size()).indented(40).before(6).add("Kính gửi:");
            for (int i = 0; i < addressees.size(); i++) {
                line(rule.body().size())
                        .indented(60)
                        .add("- " + addressees.get(i) + (i == addressees.size() - 1 ? "." : ";"));
            }
            line(4).after(6);
        }
    }

    private void section(String title) {
        var line =
                line(rule.body().size()).before(6).after(rule.body().between()).bold(title);
        line.firstLine(rule.body().indent()).keptWithNext().outlined();
    }

    private Line bodyParagraph() {
        var body = rule.body();
        return line(body.size())
                .aligned(ParagraphAlignment.BOTH)
                .firstLine(body.indent())
                .spaced(body.spacing())
                .after(body.between());
    }

    private void foot(DocxTables tables) {
        line(4).after(6);
        var cells = tables.columns(1, 1);
        recipients(cells.getFirst());
        sign(cells.getLast());
        line(1); // Word wants a paragraph behind the last table
    }

    private void recipients(XWPFTableCell cell) {
        var look = rule.recipients();
        var head = new Line(cell.addParagraph(), look.headSize());
        if (look.headBoldItalic()) {
            head.boldItalic("Nơi nhận:");
        } else if (look.headUnderlined()) {
            head.underlined("Nơi nhận:");
        } else {
            head.add("Nơi nhận:");
        }
        for (var recipient : paper.recipients()) {
            new Line(cell.addParagraph(), look.size()).add(recipient);
        }
    }

    private void sign(XWPFTableCell cell) {
        var look = rule.signing();
        for (var authority : paper.authorities()) {
            centred(cell, look.size()).bold(authority);
        }
        var post = paper.post();
        if (post != null) {
            var line = centred(cell, look.size());
            if (look.boldPost()) {
                line.bold(post);
            } else {
                line.add(post);
            }
        }
        centred(cell, look.size()).before(72).bold(paper.signer());
    }

    private double textWidth() {
        return points(210 - rule.page().left() - rule.page().right());
    }

    @CanIgnoreReturnValue
    private Line line(double size) {
        return new Line(file.createParagraph(), size);
    }

    private static Line centred(XWPFTableCell cell, double size) {
        return new Line(cell.addParagraph(), size).aligned(ParagraphAlignment.CENTER);
    }

    static double points(double millimetres) {
        return millimetres * 72 / 25.4;
    }

    static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(points(millimetres) * 20));
    }
}
