package vn.tiendo.plans.obligation;

/// Which fact fulfils an assignment of a kind.
public enum Fulfilment {
    /// The organisation's own plan, submitted.
    PLAN,
    /// Every member who owes is accepted or exempt.
    REGISTRATIONS,
    /// Enough activities recorded.
    ACTIVITIES,
    /// The report accepted.
    REPORT,
    /// The quotas of nominations met.
    NOMINATIONS,
    /// The unit's own theme, chosen.
    THEME,
    /// Nothing that the system sees: a committee-officer marks it, with a reason.
    HAND
}
