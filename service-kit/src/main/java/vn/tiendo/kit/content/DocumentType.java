package vn.tiendo.kit.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of file that a plan may carry.
public enum DocumentType {
    PDF("application/pdf", List.of("pdf")),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx")),
    SHEET("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx")),
    PNG("image/png", List.of("png")),
    JPEG("image/jpeg", List.of("jpg", "jpeg")),
    TEXT("text/plain", List.of("txt")),
    /// Comes by imports alone, and is never shown in a browser: downloads are attachments.
    HTML("text/html", List.of("html", "htm"));

    private final String mediaType;
    private final List<String> extensions;

    DocumentType(String mediaType, List<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isNamedBy(String extension) {
        return extensions.contains(extension);
    }

    public static DocumentType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    public static Optional<DocumentType> ofExtension(String extension) {
        return Arrays.stream(values()).filter(type -> type.isNamedBy(extension)).findFirst();
    }
}
