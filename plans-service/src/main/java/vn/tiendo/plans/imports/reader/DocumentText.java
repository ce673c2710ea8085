package vn.tiendo.plans.imports.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// The text of a file, by what the file is: plain text, Word, PDF with a text layer, or HTML.
public final class DocumentText {

    static final int LARGEST_FILE = 20 * 1024 * 1024;
    static final int LARGEST_TEXT = 4_000_000;

    private DocumentText() {}

    /// @param name with the extension that says what the file should be
    /// @throws UnreadableDocument with the reason
    public static String of(String name, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDocument(Reason.EMPTY_FILE);
        }
        if (content.length > LARGEST_FILE) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var text = switch (extension) {
            case "docx" -> word(content);
            case "docm", "dotm" -> throw new UnreadableDocument(Reason.MACROS);
            case "pdf" -> pdf(content);
            case "html", "htm" -> HtmlText.of(plain(content));
            case "txt", "text", "md" -> text(content);
            default -> throw new UnreadableDocument(Reason.UNKNOWN_FORMAT);
        };
        if (text.chars().noneMatch(Character::isLetter)) {
            throw new UnreadableDocument(Reason.NO_TEXT);
        }
        return Tcvn3.isIn(text) ? Tcvn3.decoded(text) : text;
    }

    private static String word(byte[] content) {
        if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new UnreadableDocument(WordText.isEncrypted(content) ? Reason.ENCRYPTED : Reason.WRONG_EXTENSION);
        }
        if (!startsWith(content, 'P', 'K')) {
            throw new UnreadableDocument(Reason.WRONG_EXTENSION);
        }
        return WordText.of(content);
    }

    private static String pdf(byte[] content) {
        if (!startsWith(content, '%', 'P', 'D', 'F')) {
            throw new UnreadableDocument(Reason.WRONG_EXTENSION);
        }
        return PdfText.of(content);
    }

    private static String text(byte[] content) {
        boolean other = startsWith(content, 'P', 'K', 3, 4)
                || startsWith(content, '%', 'P', 'D', 'F')
                || startsWith(content, 0xd0, 0xcf, 0x11, 0xe0);
        if (other) {
            throw new UnreadableDocument(Reason.WRONG_EXTENSION);
        }
        return plain(content);
    }

    private static boolean startsWith(byte[] content, int... signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /// UTF-8 or UTF-16, with or without a byte order mark; else the code of TCVN 5712 or Windows' Vietnamese code page.
    static String plain(byte[] content) {
        if (startsWith(content, 0xff, 0xfe)) {
            return decode(content, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xfe, 0xff)) {
            return decode(content, StandardCharsets.UTF_16BE);
        }
        int evenZeros = 0;
        int oddZeros = 0;
        int looked = Math.min(content.length, 4000);
        for (int i = 0; i < looked; i++) {
            if (content[i] == 0) {
                if (i % 2 == 0) {
                    evenZeros++;
                } else {
                    oddZeros++;
                }
            }
        }
        if (oddZeros * 5 > looked && oddZeros > 4 * evenZeros) {
            return decode(content, StandardCharsets.UTF_16LE);
        }
        if (evenZeros * 5 > looked && evenZeros > 4 * oddZeros) {
            return decode(content, StandardCharsets.UTF_16BE);
        }
        if (evenZeros + oddZeros > 0) {
            throw new UnreadableDocument(Reason.UNKNOWN_FORMAT);
        }
        try {
            var utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return utf8.decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            var bytes = decode(content, StandardCharsets.ISO_8859_1);
            if (Tcvn3.isIn(bytes)) {
                return bytes;
            }
            return decode(
                    content,
                    Charset.isSupported("windows-1258")
                            ? Charset.forName("windows-1258")
                            : StandardCharsets.ISO_8859_1);
        }
    }

    private static String decode(byte[] content, Charset charset) {
        return new String(content, charset);
    }
}
