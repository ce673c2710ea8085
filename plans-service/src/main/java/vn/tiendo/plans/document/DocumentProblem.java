package vn.tiendo.plans.document;

import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about the parts of a document and the register of known documents.
public abstract sealed class DocumentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private DocumentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class SigningFormContradicts extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        SigningFormContradicts(SigningForm given, SigningForm read) {
            super(Kind.RULE, "signing-form-contradicts", Map.of("given", given, "read", read));
        }
    }

    static final class KnownDocumentNotFound extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        KnownDocumentNotFound() {
            super(Kind.NOT_FOUND, "known-document-not-found", Map.of());
        }
    }

    static final class NumberWithoutSymbol extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        NumberWithoutSymbol() {
            super(Kind.RULE, "number-without-symbol", Map.of());
        }
    }

    static final class ValidityOfDocumentReversed extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        ValidityOfDocumentReversed() {
            super(Kind.RULE, "validity-of-document-reversed", Map.of());
        }
    }

    static final class ReplacementUnknown extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        ReplacementUnknown() {
            super(Kind.RULE, "replacement-unknown", Map.of());
        }
    }

    static final class ReplacementCircular extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        ReplacementCircular() {
            super(Kind.RULE, "replacement-circular", Map.of());
        }
    }

    static final class UnknownCitedDocument extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        UnknownCitedDocument(UUID document) {
            super(Kind.RULE, "unknown-cited-document", Map.of("document", document));
        }
    }

    static final class UnknownRecipient extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        UnknownRecipient(UUID organisation) {
            super(Kind.RULE, "unknown-recipient", Map.of("organisation", organisation));
        }
    }
}
