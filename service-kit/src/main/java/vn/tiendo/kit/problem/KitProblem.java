package vn.tiendo.kit.problem;

import java.util.List;
import java.util.Map;

/// The refusals that every service shares.
public abstract sealed class KitProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private KitProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    private KitProblem(Kind kind, String code, List<FieldError> errors) {
        super(kind, code, Map.of(), errors);
    }

    /// The request does not have the shape that the interface describes.
    public static final class MalformedRequest extends KitProblem {
        private static final long serialVersionUID = 1L;

        public MalformedRequest(List<FieldError> errors) {
            super(Kind.MALFORMED, "malformed-request", errors);
        }
    }

    public static final class InvalidCursor extends KitProblem {
        private static final long serialVersionUID = 1L;

        public InvalidCursor() {
            super(Kind.MALFORMED, "invalid-cursor", Map.of());
        }
    }

    public static final class NotSignedIn extends KitProblem {
        private static final long serialVersionUID = 1L;

        public NotSignedIn() {
            super(Kind.UNAUTHENTICATED, "not-signed-in", Map.of());
        }
    }

    /// The thing is within reach, but none of the caller's posts there allows the act.
    public static final class RoleRequired extends KitProblem {
        private static final long serialVersionUID = 1L;

        public RoleRequired(String roles) {
            super(Kind.FORBIDDEN, "role-required", Map.of("roles", roles));
        }
    }

    public static final class ResourceNotFound extends KitProblem {
        private static final long serialVersionUID = 1L;

        public ResourceNotFound() {
            super(Kind.NOT_FOUND, "resource-not-found", Map.of());
        }
    }

    public static final class OrganisationNotFound extends KitProblem {
        private static final long serialVersionUID = 1L;

        public OrganisationNotFound() {
            super(Kind.NOT_FOUND, "organisation-not-found", Map.of());
        }
    }

    public static final class VersionRequired extends KitProblem {
        private static final long serialVersionUID = 1L;

        public VersionRequired() {
            super(Kind.VERSION_REQUIRED, "version-required", Map.of());
        }
    }

    public static final class StaleVersion extends KitProblem {
        private static final long serialVersionUID = 1L;

        public StaleVersion() {
            super(Kind.STALE, "stale-version", Map.of());
        }
    }

    /// The same Idempotency-Key came with another request.
    public static final class IdempotencyKeyReused extends KitProblem {
        private static final long serialVersionUID = 1L;

        public IdempotencyKeyReused() {
            super(Kind.RULE, "idempotency-key-reused", Map.of());
        }
    }

    public static final class InvalidIdempotencyKey extends KitProblem {
        private static final long serialVersionUID = 1L;

        public InvalidIdempotencyKey() {
            super(Kind.MALFORMED, "invalid-idempotency-key", Map.of());
        }
    }
}
