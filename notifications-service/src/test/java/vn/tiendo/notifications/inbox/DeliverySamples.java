package vn.tiendo.notifications.inbox;

import java.time.Instant;
import java.util.UUID;
import vn.tiendo.notifications.policy.Rung;

/// What the samples under `contract/events` show.
public final class DeliverySamples {

    private DeliverySamples() {}

    public static Object delivered() {
        return new DeliveryEvent(
                UUID.fromString("018f3a10-0000-7000-8000-000000000001"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000002"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000003"),
                null,
                null,
                UUID.fromString("018f3a10-0000-7000-8000-000000000004"),
                null,
                "INBOX",
                new Rung(-3).label(),
                Instant.parse("2024-05-01T01:00:00Z"),
                null,
                null);
    }

    public static Object acknowledged() {
        return new DeliveryEvent(
                UUID.fromString("018f3a10-0000-7000-8000-000000000005"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000006"),
                null,
                UUID.fromString("018f3a10-0000-7000-8000-000000000007"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000008"),
                null,
                UUID.fromString("018f3a10-0000-7000-8000-000000000009"),
                "INBOX",
                new Rung(0).label(),
                Instant.parse("2024-05-04T01:00:00Z"),
                Instant.parse("2024-05-04T02:30:00Z"),
                Acknowledgement.RECEIVED);
    }
}
