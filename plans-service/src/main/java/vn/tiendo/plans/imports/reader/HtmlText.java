package vn.tiendo.plans.imports.reader;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// The text of a pasted page: one line per block, cells of a row side by side, no scripts.
public final class HtmlText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "tr",
            "table",
            "ul",
            "ol",
            "section",
            "article",
            "header",
            "footer",
            "blockquote",
            "pre",
            "hr");

    private HtmlText() {}

    public static String of(String html) {
        var document = Jsoup.parse(html);
        document.select("script, style, noscript, nav, iframe, form, button").remove();
        var text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText().replaceAll("\\s+", " "));
                        } else if (node instanceof Element element) {
                            if (element.normalName().equals("li")) {
                                text.append("\n- ");
                            } else if (BLOCKS.contains(element.normalName())) {
                                text.append('\n');
                            } else if (element.normalName().equals("td")
                                    || element.normalName().equals("th")) {
                                text.append('\t');
                            }
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                            text.append('\n');
                        }
                    }
                },
                document.body());
        return text.toString();
    }
}
