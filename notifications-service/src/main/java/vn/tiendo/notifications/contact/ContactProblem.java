package vn.tiendo.notifications.contact;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about the addresses of people.
abstract sealed class ContactProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ContactProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    /// There is none with this id, or it is somebody else's.
    static final class ContactPointNotFound extends ContactProblem {
        private static final long serialVersionUID = 1L;

        ContactPointNotFound() {
            super(Kind.NOT_FOUND, "contact-point-not-found", Map.of());
        }
    }

    static final class ContactAddressUnfit extends ContactProblem {
        private static final long serialVersionUID = 1L;

        ContactAddressUnfit(PointKind kind) {
            super(Kind.RULE, "contact-address-unfit", Map.of("kind", kind));
        }
    }

    /// No channel that could bring the code is on.
    static final class ContactKindUnreachable extends ContactProblem {
        private static final long serialVersionUID = 1L;

        ContactKindUnreachable(PointKind kind) {
            super(Kind.CONFLICT, "contact-kind-unreachable", Map.of("kind", kind));
        }
    }

    static final class TooManyContactPoints extends ContactProblem {
        private static final long serialVersionUID = 1L;

        TooManyContactPoints(int most) {
            super(Kind.CONFLICT, "too-many-contact-points", Map.of("most", most));
        }
    }

    static final class ContactPointIsActive extends ContactProblem {
        private static final long serialVersionUID = 1L;

        ContactPointIsActive() {
            super(Kind.CONFLICT, "contact-point-is-active", Map.of());
        }
    }

    static final class CodeTooSoon extends ContactProblem {
        private static final long serialVersionUID = 1L;

        CodeTooSoon() {
            super(Kind.CONFLICT, "code-too-soon", Map.of());
        }
    }

    /// Whoever adds and removes addresses would write to anybody as often as it likes.
    static final class TooManyCodes extends ContactProblem {
        private static final long serialVersionUID = 1L;

        TooManyCodes(int most) {
            super(Kind.CONFLICT, "too-many-codes", Map.of("most", most));
        }
    }

    static final class CodeExpired extends ContactProblem {
        private static final long serialVersionUID = 1L;

        CodeExpired() {
            super(Kind.CONFLICT, "code-expired", Map.of());
        }
    }

    static final class CodeTriesUsedUp extends ContactProblem {
        private static final long serialVersionUID = 1L;

        CodeTriesUsedUp() {
            super(Kind.CONFLICT, "code-tries-used-up", Map.of());
        }
    }

    static final class CodeWrong extends ContactProblem {
        private static final long serialVersionUID = 1L;

        CodeWrong(int left) {
            super(Kind.RULE, "code-wrong", Map.of("left", left));
        }
    }
}
