package vn.tiendo.notifications.inbox;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;

/// Notifications put straight into an inbox, as firing would.
final class TestInbox {

    private TestInbox() {}

    static Notification aNotificationFor(String subject) {
        return aNotificationFor(subject, Uuid7.next());
    }

    static Notification aNotificationFor(String subject, UUID plan) {
        return new Notification(
                new Notification.About(
                        Uuid7.next(),
                        Uuid7.next(),
                        "ASSIGNMENT",
                        plan,
                        Uuid7.next(),
                        null,
                        Uuid7.next(),
                        -3,
                        LocalDate.of(2024, 5, 4)),
                new Recipient(Tokens.ISSUER, subject, Uuid7.next(), null, false, "vi"),
                "Còn 3 ngày: báo cáo định kỳ",
                "Còn 3 ngày.",
                null,
                Instant.parse("2024-05-01T01:00:00Z"));
    }

    static UUID deliver(Notification notification) {
        QuarkusTransaction.requiringNew()
                .run(() -> Arc.container()
                        .instance(NotificationService.class)
                        .get()
                        .deliver(List.of(notification)));
        return notification.id();
    }

    static UUID deliverTo(String subject) {
        return deliver(aNotificationFor(subject));
    }
}
