package vn.tiendo.notifications.inbox;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal of the inbox.
public abstract sealed class NotificationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private NotificationProblem(Kind kind, String code) {
        this(kind, code, Map.of());
    }

    private NotificationProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    /// There is none with this id, or it is somebody else's.
    static final class NotificationNotFound extends NotificationProblem {
        private static final long serialVersionUID = 1L;

        NotificationNotFound() {
            super(Kind.NOT_FOUND, "notification-not-found");
        }
    }

    static final class AlreadyAcknowledged extends NotificationProblem {
        private static final long serialVersionUID = 1L;

        AlreadyAcknowledged() {
            super(Kind.CONFLICT, "already-acknowledged");
        }
    }

    static final class ReasonRequired extends NotificationProblem {
        private static final long serialVersionUID = 1L;

        ReasonRequired() {
            super(Kind.RULE, "reason-required");
        }
    }

    static final class SnoozeUnfit extends NotificationProblem {
        private static final long serialVersionUID = 1L;

        SnoozeUnfit(long days) {
            super(Kind.RULE, "snooze-unfit", Map.of("days", days));
        }
    }
}
