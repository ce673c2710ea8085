package vn.tiendo.notifications.contact;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.tiendo.notifications.inbox.Notification;

/// The issuer and subject of somebody's tokens.
public record Account(String issuer, String subject) {

    public static Account of(Notification notification) {
        return new Account(notification.recipientIssuer(), notification.recipientSubject());
    }

    /// Tells accounts apart without naming them.
    public UUID key() {
        return UUID.nameUUIDFromBytes((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }

    /// What there is to do about its addresses of a kind, as notifications know it.
    UUID duty(PointKind kind) {
        return UUID.nameUUIDFromBytes(
                ("contact\n" + issuer + "\n" + subject + "\n" + kind).getBytes(StandardCharsets.UTF_8));
    }
}
