package vn.tiendo.notifications.duty;

/// What has become of a duty; only the first one is worth a reminder.
public enum Outcome {
    WAITING,
    /// Handed in and not yet judged; the debtor has done its part.
    IN,
    DONE,
    WAIVED,
    TRANSFERRED,
    /// The member has left the roster.
    LEFT,
    CLOSED
}
