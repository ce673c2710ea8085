package vn.tiendo.plans.plan;

/// The downward axis of a plan: from a draft to what binds its subordinates.
public enum PlanStatus {
    DRAFT,
    /// Passed by the collective leadership or the whole unit.
    ADOPTED,
    /// Binds its subordinates; its assignments are open.
    ISSUED,
    /// The year is over; read-only.
    CLOSED
}
