package vn.tiendo.plans.calendar;

/// How a day differs from the rule of the week.
public enum DayKind {
    /// A day off although the week's rule would work.
    HOLIDAY,
    /// A Saturday or Sunday that makes up for another day.
    WORKING_DAY
}
