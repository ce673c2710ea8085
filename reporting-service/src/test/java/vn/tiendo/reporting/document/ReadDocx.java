package vn.tiendo.reporting.document;

import jakarta.xml.bind.JAXBElement;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.docx4j.TextUtils;
import org.docx4j.TraversalUtil;
import org.docx4j.finders.ClassFinder;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.wml.P;
import org.docx4j.wml.Tbl;

/// Reads a Word file back with another library than the one that wrote it.
final class ReadDocx {

    private ReadDocx() {}

    static WordprocessingMLPackage open(byte[] docx) {
        try {
            return WordprocessingMLPackage.load(new ByteArrayInputStream(docx));
        } catch (Docx4JException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static List<String> paragraphs(byte[] docx) {
        return paragraphs(open(docx).getMainDocumentPart().getContent());
    }

    static List<String> paragraphs(List<Object> content) {
        var finder = new ClassFinder(P.class);
        new TraversalUtil(content, finder);
        var texts = new ArrayList<String>();
        for (var found : finder.results) {
            texts.add(text(found));
        }
        return texts;
    }

    static List<Tbl> tables(byte[] docx) {
        var finder = new ClassFinder(Tbl.class);
        new TraversalUtil(open(docx).getMainDocumentPart().getContent(), finder);
        return finder.results.stream()
                .map(found -> (Tbl) (found instanceof JAXBElement<?> element ? element.getValue() : found))
                .toList();
    }

    static String text(Object element) {
        var text = new StringWriter();
        try {
            TextUtils.extractText(element, text);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return text.toString();
    }
}
