package vn.tiendo.notifications.broadcast;

/// How far a broadcast has come.
public enum BroadcastStatus {
    DRAFT,
    SCHEDULED,
    /// Recipients are fixed; they are told batch by batch.
    SENDING,
    SENT,
    /// Called off before it was sent, or while it was: then some have it and the rest never will.
    CANCELLED
}
