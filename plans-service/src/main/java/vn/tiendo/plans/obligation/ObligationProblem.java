package vn.tiendo.plans.obligation;

import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about what a plan demands.
abstract sealed class ObligationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ObligationProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ObligationNotFound extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        ObligationNotFound() {
            super(Kind.NOT_FOUND, "obligation-not-found", Map.of());
        }
    }

    /// The deadline lacks what its form needs.
    static final class DeadlineIncomplete extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        DeadlineIncomplete(String obligation, String fields) {
            super(Kind.RULE, "deadline-incomplete", Map.of("obligation", obligation, "fields", fields));
        }
    }

    /// The deadline says two things at once, or names a day that does not exist.
    static final class DeadlineContradicts extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        DeadlineContradicts(String obligation, String fields) {
            super(Kind.RULE, "deadline-contradicts", Map.of("obligation", obligation, "fields", fields));
        }
    }

    /// One level has two days for the same thing, or there is no deadline that it could be earlier than.
    static final class SlackContradicts extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        SlackContradicts(String obligation) {
            super(Kind.RULE, "slack-contradicts", Map.of("obligation", obligation));
        }
    }

    /// Reported as completed means done on a day; it cannot be owed on another.
    static final class CompletedWithDeadline extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        CompletedWithDeadline(String obligation) {
            super(Kind.RULE, "completed-with-deadline", Map.of("obligation", obligation));
        }
    }

    static final class CountsContradict extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        CountsContradict(String obligation) {
            super(Kind.RULE, "counts-contradict", Map.of("obligation", obligation));
        }
    }

    /// A group of debtors names neither organisations nor kinds.
    static final class DebtorsUnnamed extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        DebtorsUnnamed(String obligation) {
            super(Kind.RULE, "debtors-unnamed", Map.of("obligation", obligation));
        }
    }

    static final class UnknownOrganisation extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        UnknownOrganisation(UUID organisation) {
            super(Kind.RULE, "unknown-organisation", Map.of("organisation", organisation));
        }
    }

    static final class ObligationCodeTwice extends ObligationProblem {
        private static final long serialVersionUID = 1L;

        ObligationCodeTwice(String obligation) {
            super(Kind.RULE, "obligation-code-twice", Map.of("obligation", obligation));
        }
    }
}
