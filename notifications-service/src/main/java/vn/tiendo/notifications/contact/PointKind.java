package vn.tiendo.notifications.contact;

/// What sort of address it is.
public enum PointKind {
    EMAIL,
    PHONE,
    /// A browser's subscription to pushed messages.
    WEB_PUSH
}
