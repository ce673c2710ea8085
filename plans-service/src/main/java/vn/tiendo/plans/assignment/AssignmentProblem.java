package vn.tiendo.plans.assignment;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about assignments.
abstract sealed class AssignmentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private AssignmentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class AssignmentNotFound extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        AssignmentNotFound() {
            super(Kind.NOT_FOUND, "assignment-not-found", Map.of());
        }
    }

    /// Done, waived or closed already.
    static final class AlreadySettled extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        AlreadySettled() {
            super(Kind.CONFLICT, "already-settled", Map.of());
        }
    }

    /// Registrations and reports speak for themselves; nobody ticks a box for them.
    static final class FulfilledByFacts extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        FulfilledByFacts() {
            super(Kind.RULE, "fulfilled-by-facts", Map.of());
        }
    }

    static final class ExtensionNotLater extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        ExtensionNotLater(LocalDate dueDay) {
            super(Kind.RULE, "extension-not-later", Map.of("dueDay", dueDay));
        }
    }
}
