package vn.tiendo.notifications.broadcast;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about broadcasts.
abstract sealed class BroadcastProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private BroadcastProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class BroadcastNotFound extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        BroadcastNotFound() {
            super(Kind.NOT_FOUND, "broadcast-not-found", Map.of());
        }
    }

    static final class WrongBroadcastStatus extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        WrongBroadcastStatus(BroadcastStatus actual) {
            super(Kind.CONFLICT, "wrong-broadcast-status", Map.of("actual", actual));
        }
    }

    /// Nobody writes to thousands without having seen how many they are.
    static final class CountFirst extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        CountFirst() {
            super(Kind.CONFLICT, "count-first", Map.of());
        }
    }

    static final class NobodyToTell extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        NobodyToTell() {
            super(Kind.RULE, "nobody-to-tell", Map.of());
        }
    }

    static final class SendingInThePast extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        SendingInThePast() {
            super(Kind.RULE, "sending-in-the-past", Map.of());
        }
    }

    /// Neither roles nor members, or English words that are only half there.
    static final class BroadcastIncomplete extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        BroadcastIncomplete() {
            super(Kind.RULE, "broadcast-incomplete", Map.of());
        }
    }

    static final class TrialPostNotFound extends BroadcastProblem {
        private static final long serialVersionUID = 1L;

        TrialPostNotFound() {
            super(Kind.NOT_FOUND, "trial-post-not-found", Map.of());
        }
    }
}
