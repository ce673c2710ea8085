package vn.tiendo.notifications.preference;

/// Where a value comes from.
enum Source {
    OWN,
    ORGANISATION,
    SHIPPED
}
