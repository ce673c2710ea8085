package vn.tiendo.reporting.document;

import java.util.Locale;

/// The measures of a rule as a style sheet.
record PdfStyle(LayoutRule rule) {

    String css() {
        var page = rule.page();
        var body = rule.body();
        var css = new StringBuilder();
        css.append(css("""
            @page { size: 210mm 297mm; margin: %.1fmm %.1fmm %.1fmm %.1fmm;
              @top-center { content: counter(page); font-family: '%s'; font-size: %.1fpt; vertical-align: middle } }
            """, page.top(), page.right(), page.bottom(), page.left(), PdfWriter.FONT, page.numberSize()));
        if (page.numbersFrom() > 1) {
            css.append("@page :first { @top-center { content: none } }\n");
        }
        css.append(css(
                """
                body { margin: 0; font-family: '%s'; font-size: %.1fpt; line-height: 1.15; word-wrap: break-word }
                p, h1, h2 { margin: 0; font-weight: normal }
                .columns { display: table; width: 100%% } .row { display: table-row; page-break-inside: avoid }
                .left, .right, .half { display: table-cell; vertical-align: top; text-align: center }
                .left { width: %d%% } .right { width: %d%% } .half { width: 50%%; text-align: left }
                .signing { text-align: center }
                .rule { margin: 3pt auto 0 auto; border-top: 0.75pt solid black; height: 0 }
                .gap { height: 10pt }
                """,
                PdfWriter.FONT,
                body.size(),
                rule.issuer().width(),
                100 - rule.issuer().width()));
        head(css);
        css.append(css("""
            p.body { text-align: justify; text-indent: %.1fmm; line-height: %.2f; margin-bottom: %.1fpt;
              orphans: 2; widows: 2 }
            h2 { font-size: %.1fpt; font-weight: bold; text-indent: %.1fmm; margin: 6pt 0 %.1fpt 0;
              page-break-after: avoid }
            """, body.indent(), body.spacing(), body.between(), body.size(), body.indent(), body.between()));
        css.append(css("""
            .caption { font-size: %.1fpt; font-weight: bold; text-align: center; margin: 6pt 0 4pt 0;
              page-break-after: avoid }
            .grid { width: 99.6%%; border-collapse: collapse; font-size: %.1fpt; margin-bottom: 8pt;
              table-layout: fixed; -fs-table-paginate: paginate }
            .grid tr { page-break-inside: avoid }
            .grid th, .grid td { border: 0.5pt solid black; padding: 2pt 4pt; vertical-align: top }
            .grid th { text-align: center; font-weight: bold } td.amount { text-align: right }
            """, body.tableSize(), body.tableSize()));
        foot(css);
        return css.toString();
    }

    private void head(StringBuilder css) {
        var issuer = rule.issuer();
        css.append(css(
                ".superior { font-size: %.1fpt } .issuer { font-size: %.1fpt; font-weight: bold } .mark { font-size:"
                        + " %.1fpt }%n",
                issuer.superiorSize(), issuer.size(), issuer.size()));
        css.append(css(
                ".number { font-size: %.1fpt; margin-top: 4pt } .date { font-size: %.1fpt; font-style: italic;"
                        + " margin-top: 8pt }%n",
                rule.number().size(), rule.dateSize()));
        css.append(css(
                ".letter { font-size: %.1fpt; font-style: %s }%n",
                rule.letter().size(), rule.letter().italic() ? "italic" : "normal"));
        for (int i = 0; i < rule.title().size(); i++) {
            css.append(css(
                    ".title%d { font-size: %.1fpt; font-weight: bold }%n",
                    i, rule.title().get(i).size()));
        }
        css.append(css(
                """
                .type { font-size: %.1fpt; font-weight: bold; text-align: center; margin-top: 18pt }
                .subject { font-size: %.1fpt; font-weight: bold; text-align: center }
                .end { font-size: %.1fpt; text-align: center; margin-bottom: 8pt }
                .addressee { text-align: center; margin: 6pt 0 10pt 0 } .apart { margin-top: 18pt }
                .addressees { margin-left: 40mm } .more { margin-left: 60mm }
                """, rule.type().size(), rule.type().subjectSize(), rule.type().subjectSize()));
    }

    private void foot(StringBuilder css) {
        var recipients = rule.recipients();
        var signing = rule.signing();
        css.append(css(
                ".foot { margin-top: 10pt } .nn { font-size: %.1fpt; font-style: %s; font-weight: %s; text-decoration:"
                        + " %s }%n",
                recipients.headSize(),
                recipients.headBoldItalic() ? "italic" : "normal",
                recipients.headBoldItalic() ? "bold" : "normal",
                recipients.headUnderlined() ? "underline" : "none"));
        css.append(css(".recipient { font-size: %.1fpt }%n", recipients.size()));
        css.append(css("""
            .authority { font-size: %.1fpt; font-weight: bold } .post { font-size: %.1fpt; font-weight: %s }
            .signer { font-size: %.1fpt; font-weight: bold; margin-top: 72pt }
            """, signing.size(), signing.size(), signing.boldPost() ? "bold" : "normal", signing.size()));
    }

    private static String css(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
