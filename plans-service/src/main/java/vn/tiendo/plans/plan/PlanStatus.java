package vn.tiendo.plans.plan;

/// The downward axis of a plan: from a draft to what binds its subordinates, and how that ends.
public enum PlanStatus {
    DRAFT,
    /// Passed by the collective leadership or the whole unit.
    ADOPTED,
    /// Binds its subordinates; its assignments are open.
    ISSUED,
    /// The year is over; archived and read-only.
    CLOSED,
    /// An amendment took its place and carried its assignments over.
    SUPERSEDED,
    /// Taken back with a reason; nothing that was open is owed any more.
    RECALLED
}
