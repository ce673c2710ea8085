package vn.tiendo.plans.document;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about the parts of a document and the register of known documents.
public abstract sealed class DocumentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private DocumentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    /// State secrets have no place on this network.
    public static final class SecretDocumentRefused extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        public SecretDocumentRefused() {
            super(Kind.RULE, "secret-document-refused", Map.of());
        }
    }

    static final class SigningFormContradicts extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        SigningFormContradicts(SigningForm given, SigningForm read) {
            super(Kind.RULE, "signing-form-contradicts", Map.of("given", given, "read", read));
        }
    }
}
