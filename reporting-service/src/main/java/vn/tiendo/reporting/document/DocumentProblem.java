package vn.tiendo.reporting.document;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every way in which a paper says no.
abstract sealed class DocumentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private DocumentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class PlanPaperNotFound extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        PlanPaperNotFound() {
            super(Kind.NOT_FOUND, "plan-paper-not-found", Map.of());
        }
    }

    /// What has been accepted keeps the paper it was accepted with.
    static final class PaperIsFinal extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        PaperIsFinal() {
            super(Kind.CONFLICT, "paper-is-final", Map.of());
        }
    }

    /// Too many papers are being written at this moment; nothing is wrong with this one.
    static final class WritersBusy extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        WritersBusy() {
            super(Kind.UNAVAILABLE, "writers-busy", Map.of());
        }
    }
}
