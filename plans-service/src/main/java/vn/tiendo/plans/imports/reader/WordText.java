package vn.tiendo.plans.imports.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// The text of a Word document: paragraphs one per line with their list numbers, rows of tables with their cells
/// side by side, footnotes behind.
final class WordText {

    private static final long LARGEST_ENTRY = 60L * 1024 * 1024;
    private static final double SMALLEST_RATIO = 0.005;

    static {
        ZipSecureFile.setMinInflateRatio(SMALLEST_RATIO);
        ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
        ZipSecureFile.setMaxTextSize(DocumentText.LARGEST_TEXT);
    }

    private final StringBuilder text = new StringBuilder();
    private final WordNumbers numbers = new WordNumbers();

    private WordText() {}

    static String of(byte[] content) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
            boolean macros = document.getPackage().getParts().stream()
                    .anyMatch(part -> part.getContentType().contains("macroEnabled")
                            || part.getPartName().getName().endsWith("vbaProject.bin"));
            if (macros) {
                throw new UnreadableDocument(Reason.MACROS);
            }
            var reader = new WordText();
            reader.body(document.getBodyElements());
            reader.footnotes(document);
            return reader.text.toString();
        } catch (UnreadableDocument e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (NotOfficeXmlFileException e) {
            throw new UnreadableDocument(Reason.WRONG_EXTENSION, e);
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            throw new UnreadableDocument(reasonOf(e), e);
        }
    }

    private static Reason reasonOf(Throwable failure) {
        if (isBomb(failure)) {
            return Reason.BOMB;
        }
        return declaresEntities(failure) ? Reason.ENTITIES : Reason.DAMAGED;
    }

    /// The parser refuses every DOCTYPE before it looks at what it declares.
    private static boolean declaresEntities(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains("DOCTYPE")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBomb(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = cause.getMessage();
            if (message != null
                    && (message.contains("Zip bomb")
                            || message.contains("exceeds the max")
                            || message.contains("MAX_ENTRY_SIZE")
                            || message.contains("MIN_INFLATE_RATIO"))) {
                return true;
            }
        }
        return false;
    }

    /// An encrypted Word document is an old compound file that holds the package.
    static boolean isEncrypted(byte[] content) {
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return file.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void body(List<IBodyElement> elements) {
        for (var element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                line(numbered(paragraph));
            } else if (element instanceof XWPFTable table) {
                table(table);
            }
        }
    }

    private void line(String words) {
        if (text.length() + words.length() > DocumentText.LARGEST_TEXT) {
            throw new UnreadableDocument(Reason.BOMB);
        }
        text.append(words).append('\n');
    }

    private String numbered(XWPFParagraph paragraph) {
        return numbers.before(paragraph) + paragraph.getText();
    }

    /// A table without lines lays out head and signature: its cells are read column by column; any other row by row.
    private void table(XWPFTable table) {
        for (var row : table.getRows()) {
            var cells = row.getTableCells();
            boolean layout = cells.size() == 2
                    && table.getNumberOfRows() <= 3
                    && cells.stream().anyMatch(cell -> cell.getParagraphs().size() > 2);
            if (layout) {
                for (var cell : cells) {
                    body(cell.getBodyElements());
                }
                continue;
            }
            var joined = new StringBuilder();
            for (var cell : cells) {
                joined.append(joined.isEmpty() ? "" : "\t")
                        .append(cell.getText().replaceAll("[\\n\\t]+", " ").strip());
            }
            line(joined.toString());
        }
        line("");
    }

    private void footnotes(XWPFDocument document) {
        int number = 0;
        for (var footnote : document.getFootnotes()) {
            var words = new StringBuilder();
            footnote.getParagraphs()
                    .forEach(paragraph ->
                            words.append(paragraph.getText().strip()).append(' '));
            if (!words.toString().isBlank()) {
                line("⁽" + ++number + "⁾ " + words.toString().strip());
            }
        }
    }
}
