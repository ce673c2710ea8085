package vn.tiendo.reporting.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters of the papers: Liberation Serif, as wide as Times New Roman to the last unit, with all of Vietnamese.
enum Lettering {
    REGULAR("LiberationSerif-Regular.ttf"),
    BOLD("LiberationSerif-Bold.ttf"),
    ITALIC("LiberationSerif-Italic.ttf"),
    BOLD_ITALIC("LiberationSerif-BoldItalic.ttf");

    /// The letters GSUB.
    private static final int SUBSTITUTION = 0x47535542;

    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    Lettering(String name) {
        try (var stream = Objects.requireNonNull(Lettering.class.getResourceAsStream("/document/fonts/" + name))) {
            file = withoutSubstitution(stream.readAllBytes());
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Hides the table of glyphs that take the place of others. Composed Vietnamese letters need none, ligatures
    /// would come out of a copied text as something else, and the search takes nine tenths of the time of a paper.
    private static byte[] withoutSubstitution(byte[] font) {
        var directory = ByteBuffer.wrap(font);
        int tables = directory.getShort(4);
        for (int i = 0; i < tables; i++) {
            var entry = 12 + 16 * i;
            if (directory.getInt(entry) == SUBSTITUTION) {
                directory.putInt(entry, SUBSTITUTION + 1);
            }
        }
        return font;
    }

    InputStream file() {
        return new ByteArrayInputStream(file);
    }

    boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /// In points.
    synchronized double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    private double advance(int codePoint) {
        try {
            return (double) font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / font.getUnitsPerEm();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
