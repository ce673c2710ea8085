package vn.tiendo.reporting.document;

import java.util.List;
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

    /// A plan that is over keeps the paper it had.
    static final class PlanPaperIsFinal extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        PlanPaperIsFinal() {
            super(Kind.CONFLICT, "plan-paper-is-final", Map.of());
        }
    }

    /// Others know the plan by these; its paper must not say anything else.
    static final class PublishedOtherwise extends DocumentProblem {
        private static final long serialVersionUID = 1L;

        PublishedOtherwise(List<String> fields) {
            super(Kind.CONFLICT, "published-otherwise", Map.of("fields", String.join(", ", fields)));
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
