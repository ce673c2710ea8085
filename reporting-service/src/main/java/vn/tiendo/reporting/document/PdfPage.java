package vn.tiendo.reporting.document;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;

/// The page that becomes a PDF, built as a tree: what people wrote is text in it and never markup.
final class PdfPage {

    /// Stands for a character that the letters do not have.
    static final char MISSING = '\u25A1';

    private final LaidOut paper;
    private final LayoutRule rule;
    private final Document html;

    PdfPage(LaidOut paper) {
        this.paper = paper;
        this.rule = paper.rule();
        try {
            html = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException never) {
            throw new IllegalStateException(never);
        }
    }

    Document document() {
        var root = html.createElement("html");
        root.setAttribute("lang", "vi-VN");
        html.appendChild(root);
        var head = add(root, "head", "");
        text(add(head, "title", ""), paper.name());
        meta(head, "description", paper.name());
        meta(head, "author", Text.line(paper.document().letterhead().issuer()));
        add(head, "style", "").appendChild(html.createTextNode(new PdfStyle(rule).css()));
        var body = add(root, "body", "");
        head(body);
        title(body);
        addressees(body);
        for (var block : paper.body()) {
            switch (block) {
                case Section section -> text(add(body, "h2", ""), section.title());
                case Paragraph paragraph -> text(add(body, "p", "body"), paragraph.text());
                case Attributed attributed -> {
                    var line = add(body, "p", "body");
                    text(add(line, "b", ""), attributed.unit() + ": ");
                    text(line, attributed.text());
                }
                case Grid grid -> grid(body, grid);
            }
        }
        foot(body);
        return html;
    }

    private void head(Element body) {
        var row = add(add(body, "div", "columns"), "div", "row");
        var left = add(row, "div", "left");
        var superior = paper.superior();
        if (superior != null) {
            text(add(left, "p", "superior"), superior);
        }
        text(add(left, "p", "issuer"), paper.issuer());
        if (rule.issuer().mark() == null) {
            ruler(
                    left,
                    DocxWriter.SHORT
                            * Math.min(
                                    leftRoom(),
                                    Lettering.BOLD.width(
                                            paper.issuer(), rule.issuer().size())));
        } else {
            text(add(left, "p", "mark"), rule.issuer().mark());
        }
        text(add(left, "p", "number"), paper.numberLine());
        if (paper.isLetter()) {
            text(add(left, "p", "letter"), paper.subject());
        }
        var right = add(row, "div", "right");
        for (int i = 0; i < rule.title().size(); i++) {
            var line = rule.title().get(i);
            text(add(right, "p", "title" + i), line.text());
            if (line.ruled()) {
                ruler(right, Lettering.BOLD.width(line.text(), line.size()));
            }
        }
        text(add(right, "p", "date"), paper.placeAndDate());
    }

    private double leftRoom() {
        return rule.issuer().width()
                / 100.0
                * DocxWriter.points(210 - rule.page().left() - rule.page().right());
    }

    private void ruler(Element parent, double length) {
        var line = add(parent, "div", "rule");
        line.setAttribute("style", String.format(Locale.ROOT, "width: %.1fpt", length));
    }

    private void title(Element body) {
        if (paper.isLetter()) {
            return;
        }
        text(add(body, "h1", "type"), paper.type());
        text(add(body, "p", "subject"), paper.subject());
        var end = rule.type().end();
        if (end == null) {
            var room = DocxWriter.points(210 - rule.page().left() - rule.page().right());
            var width = Lettering.BOLD.width(paper.subject(), rule.type().subjectSize());
            ruler(body, DocxWriter.SHORT * Math.min(room, width));
            add(body, "div", "gap");
        } else {
            text(add(body, "p", "end"), end);
        }
    }

    private void addressees(Element body) {
        var addressees = paper.addressees();
        if (addressees.size() == 1) {
            text(
                    add(body, "p", paper.isLetter() ? "addressee apart" : "addressee"),
                    "Kính gửi: " + addressees.getFirst());
        } else if (!addressees.isEmpty()) {
            text(add(body, "p", "addressees"), "Kính gửi:");
            for (int i = 0; i < addressees.size(); i++) {
                var mark = i == addressees.size() - 1 ? "." : ";";
                text(add(body, "p", "addressees more"), "- " + addressees.get(i) + mark);
            }
            add(body, "div", "gap");
        }
    }

    private void grid(Element body, Grid grid) {
        if (!grid.caption().isEmpty()) {
            text(add(body, "p", "caption"), Text.line(grid.caption()));
        }
        var table = add(body, "table", "grid");
        var all = grid.columns().stream().collect(Collectors.summingInt(Block.Column::share));
        var head = add(add(table, "thead", ""), "tr", "");
        for (var column : grid.columns()) {
            var cell = add(head, "th", "");
            cell.setAttribute("style", String.format(Locale.ROOT, "width: %.2f%%", 100.0 * column.share() / all));
            text(cell, Text.line(column.title()));
        }
        var rows = add(table, "tbody", "");
        for (var row : grid.rows()) {
            var line = add(rows, "tr", "");
            for (var cell : row) {
                text(add(line, "td", cell instanceof Amount ? "amount" : ""), LaidOut.text(cell));
            }
        }
    }

    private void foot(Element body) {
        var row = add(add(body, "div", "columns foot"), "div", "row");
        var left = add(row, "div", "half");
        text(add(left, "p", "nn"), "Nơi nhận:");
        for (var recipient : paper.recipients()) {
            text(add(left, "p", "recipient"), recipient);
        }
        var right = add(row, "div", "half signing");
        for (var authority : paper.authorities()) {
            text(add(right, "p", "authority"), authority);
        }
        var post = paper.post();
        if (post != null) {
            text(add(right, "p", "post"), post);
        }
        text(add(right, "p", "signer"), paper.signer().isEmpty() ? "\u00A0" : paper.signer());
    }

    private void meta(Element head, String name, String content) {
        var meta = add(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private Element add(Element parent, String name, String style) {
        var element = html.createElement(name);
        if (!style.isEmpty()) {
            element.setAttribute("class", style);
        }
        parent.appendChild(element);
        return element;
    }

    private void text(Element parent, String text) {
        parent.appendChild(html.createTextNode(text));
    }
}
