package vn.tiendo.plans.activity;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about activities.
abstract sealed class ActivityProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ActivityProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ActivityNotFound extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        ActivityNotFound() {
            super(Kind.NOT_FOUND, "activity-not-found", Map.of());
        }
    }

    static final class AlreadyCancelled extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        AlreadyCancelled() {
            super(Kind.CONFLICT, "already-cancelled", Map.of());
        }
    }

    /// What has been held lies in the past.
    static final class HeldInTheFuture extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        HeldInTheFuture() {
            super(Kind.RULE, "held-in-the-future", Map.of());
        }
    }

    /// Only some kinds of obligations are fulfilled by activities.
    static final class NoActivityKind extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        NoActivityKind() {
            super(Kind.RULE, "no-activity-kind", Map.of());
        }
    }
}
