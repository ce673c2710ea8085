package vn.tiendo.reporting.progress;

/// How far a counted thing is, as far as facts alone decide it. What time decides too (awaited or overdue, expected or
/// missing) is asked of the due day when somebody reads.
public enum State {
    OPEN,
    SUBMITTED,
    SUBMITTED_LATE,
    DONE,
    DONE_LATE,
    WAIVED,
    TRANSFERRED,
    ACCEPTED,
    ACCEPTED_LATE,
    EXEMPT,
    RETURNED,

    /// Owed once and no more: counts nowhere from then on.
    LEFT
}
