package vn.tiendo.kit.problem;

/// What sort of refusal a problem is; the mapper turns it into the HTTP status.
public enum Kind {
    /// The shape of the request is wrong: 400.
    MALFORMED(400),
    /// No valid token: 401.
    UNAUTHENTICATED(401),
    /// Within reach, but not for this person: 403.
    FORBIDDEN(403),
    /// Absent or out of reach: 404.
    NOT_FOUND(404),
    /// The state of the thing does not allow it: 409.
    CONFLICT(409),
    /// The version that the client has seen is no longer the newest: 412.
    STALE(412),
    /// Larger than accepted: 413.
    TOO_LARGE(413),
    /// Right shape, but a rule forbids it: 422.
    RULE(422),
    /// A change of an existing thing must say which version it changes: 428.
    VERSION_REQUIRED(428),
    /// Something this service needs is away for the moment: 503.
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
