package vn.tiendo.plans.plan;

import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about plans.
abstract sealed class PlanProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private PlanProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class PlanNotFound extends PlanProblem {
        private static final long serialVersionUID = 1L;

        PlanNotFound() {
            super(Kind.NOT_FOUND, "plan-not-found", Map.of());
        }
    }

    static final class WrongPlanStatus extends PlanProblem {
        private static final long serialVersionUID = 1L;

        WrongPlanStatus(PlanStatus actual, PlanStatus needed) {
            super(Kind.CONFLICT, "wrong-plan-status", Map.of("actual", actual, "needed", needed));
        }
    }

    static final class WrongSubmissionStatus extends PlanProblem {
        private static final long serialVersionUID = 1L;

        WrongSubmissionStatus(SubmissionStatus actual, SubmissionStatus needed) {
            super(Kind.CONFLICT, "wrong-submission-status", Map.of("actual", actual, "needed", needed));
        }
    }

    static final class AuthorCannotAdopt extends PlanProblem {
        private static final long serialVersionUID = 1L;

        AuthorCannotAdopt() {
            super(Kind.FORBIDDEN, "author-cannot-adopt", Map.of());
        }
    }

    /// What binds others must be identifiable.
    static final class NumberSymbolAndDateRequired extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NumberSymbolAndDateRequired() {
            super(Kind.RULE, "number-symbol-and-date-required", Map.of());
        }
    }

    static final class PlanPeriodReversed extends PlanProblem {
        private static final long serialVersionUID = 1L;

        PlanPeriodReversed() {
            super(Kind.RULE, "plan-period-reversed", Map.of());
        }
    }

    static final class ParentPlanUnknown extends PlanProblem {
        private static final long serialVersionUID = 1L;

        ParentPlanUnknown() {
            super(Kind.RULE, "parent-plan-unknown", Map.of());
        }
    }

    /// The root of the tree has nobody to submit to.
    static final class NoSuperior extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NoSuperior() {
            super(Kind.RULE, "no-superior", Map.of());
        }
    }

    /// Only a body that receives for the superior passes a plan on.
    static final class NotSentThroughAnybody extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NotSentThroughAnybody() {
            super(Kind.RULE, "not-sent-through-anybody", Map.of());
        }
    }

    static final class ReturnDateTooEarly extends PlanProblem {
        private static final long serialVersionUID = 1L;

        ReturnDateTooEarly() {
            super(Kind.RULE, "return-date-too-early", Map.of());
        }
    }

    static final class UnknownCitedPlan extends PlanProblem {
        private static final long serialVersionUID = 1L;

        UnknownCitedPlan(UUID plan) {
            super(Kind.RULE, "unknown-cited-document", Map.of("document", plan));
        }
    }
}
