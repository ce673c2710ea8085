package vn.tiendo.notifications.inbox;

import java.util.List;

/// Told, within the transaction of the delivery, what has just come into inboxes; never empty.
public record Delivered(List<Notification> notifications) {}
