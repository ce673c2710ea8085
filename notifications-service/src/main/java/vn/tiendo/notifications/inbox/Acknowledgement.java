package vn.tiendo.notifications.inbox;

/// What a recipient answers to a notification.
public enum Acknowledgement {
    RECEIVED,
    CANNOT_DO
}
