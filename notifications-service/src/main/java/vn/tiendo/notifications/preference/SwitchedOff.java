package vn.tiendo.notifications.preference;

/// Told, within the transaction of the change, when a person has switched a category off on a channel; what still waits
/// need not go there any more.
public record SwitchedOff(String issuer, String subject, Category category, ChannelKind channel) {}
