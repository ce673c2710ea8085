package vn.tiendo.notifications.contact;

/// Whether messages go to an address.
public enum PointState {
    ACTIVE,
    /// Gets nothing but the code that confirms it.
    UNCONFIRMED,
    /// Does not work; gets nothing until it is confirmed anew or corrected.
    BOUNCED
}
