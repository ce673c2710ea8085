package vn.tiendo.notifications.preference;

/// How often the messages of a category go out.
enum Rhythm {
    /// Each on its own.
    AT_ONCE,
    /// One message a day for all of them.
    DAILY,
    WEEKLY
}
