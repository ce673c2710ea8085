package vn.tiendo.kit.content;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal of a file, whatever it belongs to.
public abstract sealed class ContentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ContentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    public static final class DocumentTooLarge extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public DocumentTooLarge(long most) {
            super(Kind.TOO_LARGE, "document-too-large", Map.of("most", most));
        }
    }

    public static final class DocumentEmpty extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public DocumentEmpty() {
            super(Kind.RULE, "document-empty", Map.of());
        }
    }

    public static final class FileNameRefused extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public FileNameRefused() {
            super(Kind.RULE, "file-name-refused", Map.of());
        }
    }

    public static final class DocumentTypeRefused extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public DocumentTypeRefused() {
            super(Kind.RULE, "document-type-refused", Map.of());
        }
    }

    /// The name says one kind of file, the bytes another.
    public static final class ExtensionMismatch extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public ExtensionMismatch(String extension, DocumentType type) {
            super(Kind.RULE, "extension-mismatch", Map.of("extension", extension, "type", type));
        }
    }

    public static final class MacroDocumentRefused extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public MacroDocumentRefused() {
            super(Kind.RULE, "macro-document-refused", Map.of());
        }
    }

    public static final class DocumentQuotaExceeded extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public DocumentQuotaExceeded(long quota) {
            super(Kind.RULE, "document-quota-exceeded", Map.of("quota", quota));
        }
    }

    /// The stored bytes are not those that were once received.
    public static final class DocumentDamaged extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public DocumentDamaged() {
            super(Kind.UNAVAILABLE, "document-damaged", Map.of());
        }
    }

    /// State secrets have no place on this network.
    public static final class SecretDocumentRefused extends ContentProblem {
        private static final long serialVersionUID = 1L;

        public SecretDocumentRefused() {
            super(Kind.RULE, "secret-document-refused", Map.of());
        }
    }
}
