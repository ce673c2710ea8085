package vn.tiendo.notifications.channel;

/// Whether a provider lets a template be used.
enum TemplateApproval {
    PENDING,
    APPROVED,
    REJECTED,
    DISABLED
}
