package vn.tiendo.plans.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.tiendo.plans.imports.reader.UnreadableDocument;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// The kinds of document from which a plan can be imported.
enum DocumentFormat {
    TEXT(DocumentFormat.TEXT_TYPE, List.of("txt", "text", "md")),
    WORD(DocumentFormat.WORD_TYPE, List.of("docx")),
    PDF(DocumentFormat.PDF_TYPE, List.of("pdf")),
    HTML(DocumentFormat.HTML_TYPE, List.of("html", "htm"));

    static final String TEXT_TYPE = "text/plain";
    static final String HTML_TYPE = "text/html";
    static final String PDF_TYPE = "application/pdf";
    static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String MACRO_TYPE = "application/vnd.ms-word.document.macroenabled.12";

    private final String mediaType;
    private final List<String> extensions;

    DocumentFormat(String mediaType, List<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    /// @param contentType as the request has it, parameters included
    /// @throws UnreadableDocument for documents with programs, whatever else they hold
    static DocumentFormat of(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals(MACRO_TYPE)) {
            throw new UnreadableDocument(Reason.MACROS);
        }
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(type))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(Reason.UNKNOWN_FORMAT));
    }

    /// A file that is called otherwise than it is declared is refused, before anybody guesses which of both is true.
    void requireNamed(String fileName) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("docm") || extension.equals("dotm")) {
            throw new UnreadableDocument(Reason.MACROS);
        }
        if (!extensions.contains(extension)) {
            throw new UnreadableDocument(Reason.WRONG_EXTENSION);
        }
    }

    String usualName() {
        return "van-ban." + extensions.getFirst();
    }

    String mediaType() {
        return mediaType;
    }
}
