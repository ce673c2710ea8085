package vn.tiendo.notifications.inbox;

/// Told, within the transaction of the answer, when somebody has acknowledged a notification.
public record Answered(Notification notification) {}
