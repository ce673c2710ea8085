package vn.tiendo.notifications.reminder;

/// What has become of a reminder.
public enum ReminderStatus {
    PLANNED,
    FIRED,
    /// The thing was done, or its day was moved, before the reminder was due.
    CANCELLED,
    /// A newer one of the same thing was due too, or it was too late to be worth sending.
    SUPERSEDED,
    /// Nobody could be told; tried again a few times.
    UNADDRESSED
}
