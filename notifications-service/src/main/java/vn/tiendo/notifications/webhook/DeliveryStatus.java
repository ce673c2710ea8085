package vn.tiendo.notifications.webhook;

/// How far a message to a webhook has come.
enum DeliveryStatus {
    /// Waits for its first or next attempt.
    PENDING,
    /// Waits until the webhook is enabled again.
    HELD,
    DELIVERED,
    /// Given up after the last attempt; a replay sends it again.
    FAILED
}
