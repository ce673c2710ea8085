package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals of progress.
abstract sealed class ProgressProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ProgressProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    /// The plan is unknown here, or not issued.
    static final class PlanNotFound extends ProgressProblem {
        private static final long serialVersionUID = 1L;

        PlanNotFound() {
            super(Kind.NOT_FOUND, "plan-not-found", Map.of());
        }
    }

    /// The last day comes before the first, or there is more than a year between them.
    static final class WrongPeriod extends ProgressProblem {
        private static final long serialVersionUID = 1L;

        WrongPeriod(LocalDate from, LocalDate to) {
            super(Kind.RULE, "wrong-period", Map.of("from", from, "to", to));
        }
    }
}
