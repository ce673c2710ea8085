package vn.tiendo.notifications.policy;

/// How the days between a rung and the last on-time day are counted.
public enum DayCount {
    CALENDAR,
    /// By the working calendar: weekends and days off do not count, made-up days do.
    WORKING
}
