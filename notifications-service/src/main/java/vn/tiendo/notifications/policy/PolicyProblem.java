package vn.tiendo.notifications.policy;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.kit.security.Role;

/// Every refusal about reminder policies.
abstract sealed class PolicyProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private PolicyProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class PolicyNotFound extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        PolicyNotFound() {
            super(Kind.NOT_FOUND, "reminder-policy-not-found", Map.of());
        }
    }

    static final class PolicyHasEnded extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        PolicyHasEnded() {
            super(Kind.CONFLICT, "reminder-policy-has-ended", Map.of());
        }
    }

    static final class PolicyEndsBeforeItBegins extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        PolicyEndsBeforeItBegins() {
            super(Kind.RULE, "reminder-policy-ends-before-it-begins", Map.of());
        }
    }

    static final class RungStandsTwice extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        RungStandsTwice(int days) {
            super(Kind.RULE, "rung-stands-twice", Map.of("days", days));
        }
    }

    static final class RoleCannotBeTold extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        RoleCannotBeTold(Role role) {
            super(Kind.RULE, "role-cannot-be-told", Map.of("role", role));
        }
    }
}
