package vn.tiendo.registrations.registration;

/// How far a registration has come on its whole way, read from its facts.
public enum RegistrationStage {
    OWED,
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    ASSESSED,
    COMMENTED,
    RATED,
    CLOSED,
    EXEMPT,
    LEFT;

    static RegistrationStage of(Registration registration) {
        var through = registration.followThrough();
        return switch (registration.status()) {
            case OWED -> registration.hasDraft() ? DRAFT : OWED;
            case SUBMITTED -> SUBMITTED;
            case RETURNED -> registration.hasDraft() ? DRAFT : RETURNED;
            case EXEMPT -> registration.hasDraft() ? DRAFT : EXEMPT;
            case LEFT -> LEFT;
            case CLOSED -> CLOSED;
            case ACCEPTED -> {
                if (through.ratedAt() != null) {
                    yield RATED;
                }
                if (through.commentedAt() != null) {
                    yield COMMENTED;
                }
                yield through.assessedAt() != null ? ASSESSED : ACCEPTED;
            }
        };
    }
}
