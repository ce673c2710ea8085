package vn.tiendo.reporting.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// Reads a PDF back.
final class ReadPdf {

    private ReadPdf() {}

    static <T> T open(byte[] pdf, Reading<T> reading) {
        try (var document = Loader.loadPDF(pdf)) {
            return reading.read(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    interface Reading<T> {
        T read(PDDocument document) throws IOException;
    }

    /// The words of each page, with single spaces between them.
    static List<String> pages(byte[] pdf) {
        return open(pdf, document -> {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(
                        stripper.getText(document).replaceAll("[ \\r\\n]+", " ").strip());
            }
            return pages;
        });
    }

    static List<PDFont> fonts(byte[] pdf) {
        return open(pdf, document -> {
            var fonts = new ArrayList<PDFont>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return fonts;
        });
    }

    static <T> T page(byte[] pdf, int page, Function<BufferedImage, T> look) {
        return open(pdf, document -> look.apply(new PDFRenderer(document).renderImageWithDPI(page, 100)));
    }
}
