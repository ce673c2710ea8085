package vn.tiendo.notifications.duty;

/// Who owes: an organisation its assignment, or a member a registration.
public enum DutyKind {
    ASSIGNMENT,
    REGISTRATION
}
