package vn.tiendo.plans.assignment;

/// How an assignment stands at a moment; computed when read, never stored.
public enum Standing {
    /// Open, and no due instant is set.
    UNDATED,
    AWAITED,
    /// In, not yet accepted; the debtor is not reminded.
    SUBMITTED,
    DONE,
    DONE_LATE,
    OVERDUE,
    WAIVED,
    /// Another organisation owes it now.
    TRANSFERRED
}
