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

    /// Counts are those of now; a past day would be answered wrongly.
    static final class PastDayNotKept extends ProgressProblem {
        private static final long serialVersionUID = 1L;

        PastDayNotKept(LocalDate today) {
            super(Kind.RULE, "past-day-not-kept", Map.of("today", today));
        }
    }
}
