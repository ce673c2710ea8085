package vn.tiendo.registrations.personaldata;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about requests of data subjects.
abstract sealed class RequestProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private RequestProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class RequestNotFound extends RequestProblem {
        private static final long serialVersionUID = 1L;

        RequestNotFound() {
            super(Kind.NOT_FOUND, "data-subject-request-not-found", Map.of());
        }
    }

    static final class WrongRequestState extends RequestProblem {
        private static final long serialVersionUID = 1L;

        WrongRequestState(RequestState actual, RequestState needed) {
            super(Kind.CONFLICT, "wrong-request-state", Map.of("actual", actual, "needed", needed));
        }
    }

    /// Nobody decides about the own request.
    static final class OwnRequest extends RequestProblem {
        private static final long serialVersionUID = 1L;

        OwnRequest() {
            super(Kind.FORBIDDEN, "own-data-subject-request", Map.of());
        }
    }

    static final class NotOwnRequest extends RequestProblem {
        private static final long serialVersionUID = 1L;

        NotOwnRequest() {
            super(Kind.FORBIDDEN, "not-own-data-subject-request", Map.of());
        }
    }

    /// Nothing was stopped by it, or what was goes on already.
    static final class NotRestricting extends RequestProblem {
        private static final long serialVersionUID = 1L;

        NotRestricting() {
            super(Kind.CONFLICT, "not-restricting", Map.of());
        }
    }

    /// The law gives one extension.
    static final class ExtendedAlready extends RequestProblem {
        private static final long serialVersionUID = 1L;

        ExtendedAlready() {
            super(Kind.CONFLICT, "extended-already", Map.of());
        }
    }

    static final class CorrectionMissing extends RequestProblem {
        private static final long serialVersionUID = 1L;

        CorrectionMissing() {
            super(Kind.RULE, "correction-missing", Map.of());
        }
    }

    /// Only what was asked for and granted is handed out.
    static final class NoAccessGranted extends RequestProblem {
        private static final long serialVersionUID = 1L;

        NoAccessGranted() {
            super(Kind.CONFLICT, "no-access-granted", Map.of());
        }
    }
}
