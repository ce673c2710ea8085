package vn.tiendo.notifications.webhook;

/// Whether messages go out. While they do not, they are kept, and go out afterwards.
enum WebhookStatus {
    ENABLED,
    DISABLED
}
