package vn.tiendo.plans.attachment;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.plans.plan.PlanStatus;

/// Every refusal about the files of plans.
abstract sealed class AttachmentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private AttachmentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class DocumentNotFound extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentNotFound() {
            super(Kind.NOT_FOUND, "document-not-found", Map.of());
        }
    }

    static final class DocumentTooLarge extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentTooLarge(long most) {
            super(Kind.TOO_LARGE, "document-too-large", Map.of("most", most));
        }
    }

    static final class DocumentEmpty extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentEmpty() {
            super(Kind.RULE, "document-empty", Map.of());
        }
    }

    static final class FileNameRefused extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        FileNameRefused() {
            super(Kind.RULE, "file-name-refused", Map.of());
        }
    }

    static final class DocumentTypeRefused extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentTypeRefused() {
            super(Kind.RULE, "document-type-refused", Map.of());
        }
    }

    /// The name says one kind of file, the bytes another.
    static final class ExtensionMismatch extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        ExtensionMismatch(String extension, DocumentType type) {
            super(Kind.RULE, "extension-mismatch", Map.of("extension", extension, "type", type));
        }
    }

    static final class MacroDocumentRefused extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        MacroDocumentRefused() {
            super(Kind.RULE, "macro-document-refused", Map.of());
        }
    }

    static final class DocumentQuotaExceeded extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentQuotaExceeded(long quota) {
            super(Kind.RULE, "document-quota-exceeded", Map.of("quota", quota));
        }
    }

    /// What binds others does not change behind their backs.
    static final class DocumentsFrozen extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentsFrozen(PlanStatus status) {
            super(Kind.CONFLICT, "documents-frozen", Map.of("status", status));
        }
    }

    /// The stored bytes are not those that were once received.
    static final class DocumentDamaged extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentDamaged() {
            super(Kind.UNAVAILABLE, "document-damaged", Map.of());
        }
    }
}
