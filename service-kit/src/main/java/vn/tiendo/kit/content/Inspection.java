package vn.tiendo.kit.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.tiendo.kit.content.ContentProblem.DocumentTypeRefused;
import vn.tiendo.kit.content.ContentProblem.ExtensionMismatch;
import vn.tiendo.kit.content.ContentProblem.MacroDocumentRefused;
import vn.tiendo.kit.content.ContentProblem.SecretDocumentRefused;

/// Looks into a file before it is kept: what it is, whatever its name says; whether it carries programs; whether its
/// first page bears a stamp of secrecy. What has no text, such as a scan, is not read.
public final class Inspection {

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_UNPACKED = 8 * 1024 * 1024;
    private static final int MOST_TEXT = 64 * 1024;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");

    private Inspection() {}

    /// @throws DocumentTypeRefused when it is none of the kinds kept
    /// @throws ExtensionMismatch when its name says another kind
    /// @throws MacroDocumentRefused when it carries programs
    /// @throws SecretDocumentRefused when it bears a stamp
    public static DocumentType of(Path file, FileName name) {
        try {
            var type = typeOf(file);
            if (!type.isNamedBy(name.extension())) {
                throw new ExtensionMismatch(name.extension(), type);
            }
            if (firstTextOf(file, type).filter(SecrecyStamp::isIn).isPresent()) {
                throw new SecretDocumentRefused();
            }
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentType typeOf(Path file) throws IOException {
        var head = head(file, 8);
        if (startsWith(head, PDF)) {
            return DocumentType.PDF;
        }
        if (startsWith(head, PNG)) {
            return DocumentType.PNG;
        }
        if (startsWith(head, JPEG)) {
            return DocumentType.JPEG;
        }
        if (startsWith(head, ZIP)) {
            return officeTypeOf(file);
        }
        if (textOf(file).isPresent()) {
            return DocumentType.TEXT;
        }
        throw new DocumentTypeRefused();
    }

    private static DocumentType officeTypeOf(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new DocumentTypeRefused();
            }
            var types = zip.getEntry("[Content_Types].xml");
            if (types == null) {
                throw new DocumentTypeRefused();
            }
            var declared = unpack(zip.getInputStream(types)).toLowerCase(Locale.ROOT);
            if (declared.contains("macroenabled")
                    || declared.contains("vbaproject")
                    || zip.stream().anyMatch(entry -> isProgram(entry.getName().toLowerCase(Locale.ROOT)))) {
                throw new MacroDocumentRefused();
            }
            if (zip.getEntry("word/document.xml") != null) {
                return DocumentType.WORD;
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return DocumentType.SHEET;
            }
            throw new DocumentTypeRefused();
        } catch (ZipException notWhole) {
            throw new DocumentTypeRefused();
        }
    }

    private static boolean isProgram(String entry) {
        return entry.contains("vbaproject") || entry.contains("/activex/") || entry.contains("/macrosheets/");
    }

    private static Optional<String> firstTextOf(Path file, DocumentType type) throws IOException {
        return switch (type) {
            case TEXT -> textOf(file);
            case WORD -> {
                try (var zip = new ZipFile(file.toFile())) {
                    yield Optional.of(words(unpack(zip.getInputStream(zip.getEntry("word/document.xml")))));
                }
            }
            case PDF -> firstPageOf(file);
            case SHEET, PNG, JPEG, HTML -> Optional.empty();
        };
    }

    /// The words of a document's beginning, one paragraph a line; linear, whatever the markup.
    private static String words(String xml) {
        var words = new StringBuilder();
        for (int i = 0; i < xml.length() && words.length() < MOST_TEXT; i++) {
            if (xml.charAt(i) != '<') {
                words.append(xml.charAt(i));
                continue;
            }
            if (xml.startsWith("</w:p>", i) || xml.startsWith("<w:br", i)) {
                words.append('\n');
            }
            i = xml.indexOf('>', i);
            if (i < 0) {
                break;
            }
        }
        return words.toString();
    }

    /// A PDF that cannot be read, being encrypted or broken, is kept unread, as a scan is.
    private static Optional<String> firstPageOf(Path file) {
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var page = new PDFTextStripper();
            page.setEndPage(1);
            return Optional.of(page.getText(document));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The beginning of a file that is text throughout: UTF-8, or UTF-16 with its mark, without control characters.
    private static Optional<String> textOf(Path file) throws IOException {
        var charset = charsetOf(head(file, 2));
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var beginning = new StringBuilder();
        try (var in = Files.newInputStream(file)) {
            var bytes = ByteBuffer.allocate(MOST_TEXT);
            var chars = CharBuffer.allocate(MOST_TEXT);
            for (boolean end = false; !end; ) {
                var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                if (decoder.decode(bytes, chars, end).isError()) {
                    return Optional.empty();
                }
                bytes.compact();
                chars.flip();
                if (chars.chars().anyMatch(Inspection::isNoText)) {
                    return Optional.empty();
                }
                if (beginning.length() < MOST_TEXT) {
                    beginning.append(chars);
                }
                chars.clear();
            }
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
        return Optional.of(beginning.toString());
    }

    private static Charset charsetOf(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.UTF_8;
        }
        var marked = (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE);
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character)
                && character != '\t'
                && character != '\n'
                && character != '\r'
                && character != '\f';
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /// So much of an entry and no more: a small archive may unpack to a large one.
    private static String unpack(InputStream entry) throws IOException {
        try (entry) {
            var out = new ByteArrayOutputStream();
            out.write(entry.readNBytes(MOST_UNPACKED));
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
