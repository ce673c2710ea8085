package vn.tiendo.reporting.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Writes a paper as a tagged PDF with its letters embedded.
final class PdfWriter {

    static final String FONT = "Liberation Serif";

    private PdfWriter() {}

    static byte[] write(LaidOut paper) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Tiến Độ");
        builder.useUriResolver((base, uri) -> null); // a paper never loads anything from elsewhere
        builder.useUnicodeLineBreaker(new AtSpaces());
        builder.useReplacementText(String.valueOf(PdfPage.MISSING));
        font(builder, Lettering.REGULAR, 400, FontStyle.NORMAL);
        font(builder, Lettering.BOLD, 700, FontStyle.NORMAL);
        font(builder, Lettering.ITALIC, 400, FontStyle.ITALIC);
        font(builder, Lettering.BOLD_ITALIC, 700, FontStyle.ITALIC);
        builder.withW3cDocument(new PdfPage(paper).document(), null);
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /// Vietnamese breaks lines between words only: a date such as 31/3/2024 stays whole.
    private static final class AtSpaces implements FSTextBreaker {
        private String text = "";
        private int position;

        @Override
        public void setText(String newText) {
            text = newText;
            position = 0;
        }

        @Override
        public int next() {
            if (position >= text.length()) {
                return -1;
            }
            var space = text.indexOf(' ', position);
            position = space < 0 ? text.length() : space + 1;
            return position;
        }
    }

    private static void font(PdfRendererBuilder builder, Lettering lettering, int weight, FontStyle style) {
        FSSupplier<InputStream> file = lettering::file;
        builder.useFont(file, FONT, weight, style, true);
    }
}
