package vn.tiendo.notifications.preference;

import vn.tiendo.notifications.inbox.Notification;

/// What a notification is about, as preferences know it.
public enum Category {
    /// Before the last on-time day or on it.
    REMINDER(false),
    OVERDUE(true),
    /// To a superior, about one who owes.
    ESCALATION(true),
    /// To a superior, about all its subordinates.
    ROLL_UP(false),
    RECALL(true),
    /// Somebody says that it cannot be done.
    ANSWER(false),
    BROADCAST(false);

    private final boolean mandatory;

    Category(boolean mandatory) {
        this.mandatory = mandatory;
    }

    public static Category of(Notification notification) {
        return switch (notification.dutyKind()) {
            case "ROLL_UP" -> ROLL_UP;
            case "RECALL" -> RECALL;
            case "CANNOT_DO" -> ANSWER;
            case "BROADCAST" -> BROADCAST;
            default -> ofReminder(notification);
        };
    }

    private static Category ofReminder(Notification notification) {
        if (notification.escalated()) {
            return ESCALATION;
        }
        var rung = notification.rung();
        return rung != null && rung > 0 ? OVERDUE : REMINDER;
    }

    /// Cannot be switched off on the channel that the organisation, or what is shipped, sends it through.
    public boolean mandatory() {
        return mandatory;
    }
}
