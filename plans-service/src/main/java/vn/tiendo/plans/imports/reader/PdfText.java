package vn.tiendo.plans.imports.reader;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// The text layer of a PDF, page by page from top to bottom.
final class PdfText {

    private static final int MOST_PAGES = 600;

    private PdfText() {}

    static String of(byte[] content) {
        try (var document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
            var pages = new ArrayList<String>();
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setWordSeparator(" ");
            long length = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document);
                length += text.length();
                if (length > DocumentText.LARGEST_TEXT) {
                    throw new UnreadableDocument(Reason.BOMB);
                }
                pages.add(text);
            }
            return String.join("\n", pages);
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Reason.DAMAGED, e);
        }
    }
}
