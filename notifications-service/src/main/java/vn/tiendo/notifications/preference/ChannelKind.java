package vn.tiendo.notifications.preference;

/// What carries a message beside the inbox, which always has it.
public enum ChannelKind {
    EMAIL,
    WEB_PUSH,
    SMS,
    ZALO
}
