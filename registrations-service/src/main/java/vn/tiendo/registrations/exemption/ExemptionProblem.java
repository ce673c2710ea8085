package vn.tiendo.registrations.exemption;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about exemptions.
abstract sealed class ExemptionProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ExemptionProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ExemptionNotFound extends ExemptionProblem {
        private static final long serialVersionUID = 1L;

        ExemptionNotFound() {
            super(Kind.NOT_FOUND, "exemption-not-found", Map.of());
        }
    }

    static final class ExemptionEnded extends ExemptionProblem {
        private static final long serialVersionUID = 1L;

        ExemptionEnded() {
            super(Kind.CONFLICT, "exemption-ended", Map.of());
        }
    }

    /// The plan's rule is nothing that a cell reviews or revokes.
    static final class NoDecision extends ExemptionProblem {
        private static final long serialVersionUID = 1L;

        NoDecision() {
            super(Kind.CONFLICT, "exemption-by-rule", Map.of());
        }
    }

    static final class ReviewBeforeDecision extends ExemptionProblem {
        private static final long serialVersionUID = 1L;

        ReviewBeforeDecision() {
            super(Kind.RULE, "review-before-decision", Map.of());
        }
    }

    static final class DecisionInTheFuture extends ExemptionProblem {
        private static final long serialVersionUID = 1L;

        DecisionInTheFuture(LocalDate day) {
            super(Kind.RULE, "decision-in-the-future", Map.of("day", day));
        }
    }
}
