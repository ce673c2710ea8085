package vn.tiendo.reporting.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// A paragraph of a Word file under construction, all in one size.
final class Line {

    static final String FONT = "Times New Roman";

    private final XWPFParagraph paragraph;
    private final double size;

    Line(XWPFParagraph paragraph, double size) {
        this.paragraph = paragraph;
        this.size = size;
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBefore(0);
    }

    XWPFRun run() {
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        return run;
    }

    @CanIgnoreReturnValue
    Line add(String text) {
        run().setText(text);
        return this;
    }

    @CanIgnoreReturnValue
    Line bold(String text) {
        var run = run();
        run.setBold(true);
        run.setText(text);
        return this;
    }

    @CanIgnoreReturnValue
    Line italic(String text) {
        var run = run();
        run.setItalic(true);
        run.setText(text);
        return this;
    }

    @CanIgnoreReturnValue
    Line boldItalic(String text) {
        var run = run();
        run.setBold(true);
        run.setItalic(true);
        run.setText(text);
        return this;
    }

    @CanIgnoreReturnValue
    Line underlined(String text) {
        var run = run();
        run.setUnderline(UnderlinePatterns.SINGLE);
        run.setText(text);
        return this;
    }

    @CanIgnoreReturnValue
    Line aligned(ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        return this;
    }

    @CanIgnoreReturnValue
    Line before(double points) {
        paragraph.setSpacingBefore((int) Math.round(points * 20));
        return this;
    }

    @CanIgnoreReturnValue
    Line after(double points) {
        paragraph.setSpacingAfter((int) Math.round(points * 20));
        return this;
    }

    @CanIgnoreReturnValue
    Line spaced(double multiple) {
        paragraph.setSpacingBetween(multiple, LineSpacingRule.AUTO);
        return this;
    }

    @CanIgnoreReturnValue
    Line firstLine(double millimetres) {
        paragraph.setIndentationFirstLine(DocxWriter.twips(millimetres).intValueExact());
        return this;
    }

    @CanIgnoreReturnValue
    Line indented(double millimetres) {
        paragraph.setIndentationLeft(DocxWriter.twips(millimetres).intValueExact());
        return this;
    }

    @CanIgnoreReturnValue
    Line keptWithNext() {
        paragraph.setKeepNext(true);
        return this;
    }

    /// Shows up in the navigation of Word.
    @CanIgnoreReturnValue
    Line outlined() {
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        return this;
    }

    /// A drawn line in a paragraph of its own, in the middle.
    ///
    /// @param room width in points within which it is centred
    /// @param length of the line in points
    static void rule(XWPFParagraph paragraph, double room, double length) {
        var line = new Line(paragraph, 2);
        var indent = (int) Math.round(Math.max(0, room - length) / 2 * 20);
        paragraph.setIndentationLeft(indent);
        paragraph.setIndentationRight(indent);
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setSpacingBetween(4, LineSpacingRule.EXACT);
        line.add("");
    }
}
