package vn.tiendo.plans.plan;

import java.time.LocalDate;
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

    /// What superiors have received is not forgotten.
    static final class DraftWasSubmitted extends PlanProblem {
        private static final long serialVersionUID = 1L;

        DraftWasSubmitted() {
            super(Kind.CONFLICT, "draft-was-submitted", Map.of());
        }
    }

    /// Another plan carries the draft out or was made from it.
    static final class DraftReferredTo extends PlanProblem {
        private static final long serialVersionUID = 1L;

        DraftReferredTo() {
            super(Kind.CONFLICT, "draft-referred-to", Map.of());
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

    /// A plan goes to a standing organisation above its own, or to one that is owed what the plan meets.
    static final class NotTheSuperior extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NotTheSuperior() {
            super(Kind.RULE, "not-the-superior", Map.of());
        }
    }

    /// Only a body that receives for the superior passes a plan on.
    static final class NotSentThroughAnybody extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NotSentThroughAnybody() {
            super(Kind.RULE, "not-sent-through-anybody", Map.of());
        }
    }

    static final class AdoptedInTheFuture extends PlanProblem {
        private static final long serialVersionUID = 1L;

        AdoptedInTheFuture(LocalDate heldOn) {
            super(Kind.RULE, "adopted-in-the-future", Map.of("heldOn", heldOn));
        }
    }

    static final class VotesDoNotAddUp extends PlanProblem {
        private static final long serialVersionUID = 1L;

        VotesDoNotAddUp(int inFavour, int against, int abstained, int present) {
            super(
                    Kind.RULE,
                    "votes-do-not-add-up",
                    Map.of("inFavour", inFavour, "against", against, "abstained", abstained, "present", present));
        }
    }

    /// More than half of those present must be in favour.
    static final class NoMajority extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NoMajority(int inFavour, int present) {
            super(Kind.RULE, "no-majority", Map.of("inFavour", inFavour, "present", present));
        }
    }

    /// The superior said how many breakthrough tasks a plan of this kind must and may have.
    static final class BreakthroughTasksOutside extends PlanProblem {
        private static final long serialVersionUID = 1L;

        BreakthroughTasksOutside(String obligation, int actual, String least, String most) {
            super(
                    Kind.RULE,
                    "breakthrough-tasks-outside",
                    Map.of("obligation", obligation, "actual", actual, "least", least, "most", most));
        }
    }

    /// What was due before the document existed can be done by nobody.
    static final class DeadlineBeforeIssue extends PlanProblem {
        private static final long serialVersionUID = 1L;

        DeadlineBeforeIssue(String obligations, LocalDate issueDate) {
            super(Kind.RULE, "deadline-before-issue", Map.of("obligations", obligations, "issueDate", issueDate));
        }
    }

    /// Absent, not issued, or it binds others.
    static final class ServedObligationUnknown extends PlanProblem {
        private static final long serialVersionUID = 1L;

        ServedObligationUnknown(UUID obligation) {
            super(Kind.RULE, "served-obligation-unknown", Map.of("obligation", obligation));
        }
    }

    /// Only those whom an issued plan binds acknowledge its receipt.
    static final class NotBound extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NotBound() {
            super(Kind.RULE, "not-bound", Map.of());
        }
    }

    /// The plan amends none, and no other was named.
    static final class NothingToCompareWith extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NothingToCompareWith() {
            super(Kind.RULE, "nothing-to-compare-with", Map.of());
        }
    }

    /// A plan is rolled forward, not back.
    static final class NotALaterYear extends PlanProblem {
        private static final long serialVersionUID = 1L;

        NotALaterYear(int year) {
            super(Kind.RULE, "not-a-later-year", Map.of("year", year));
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
