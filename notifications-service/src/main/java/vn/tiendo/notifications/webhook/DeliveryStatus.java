package vn.tiendo.notifications.webhook;

/// How far a message to a webhook has come.
enum DeliveryStatus {
    /// Waits for its first or next attempt.
    PENDING,
    /// Waits, and its webhook is disabled; never stored.
    HELD,
    DELIVERED,
    /// Given up after the last attempt; a replay sends it again.
    FAILED
}
