package vn.tiendo.notifications.channel;

import java.time.Instant;
import java.util.UUID;
import vn.tiendo.notifications.preference.ChannelKind;

/// What the sample under `contract/events` shows.
public final class FailureSamples {

    private FailureSamples() {}

    public static Object failed() {
        return new DispatchEnds.FailureEvent(
                UUID.fromString("018f3a10-0000-7000-8000-000000000010"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000001"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000002"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000011"),
                UUID.fromString("018f3a10-0000-7000-8000-000000000004"),
                null,
                ChannelKind.EMAIL,
                "smtp-5.1.1",
                Instant.parse("2024-05-01T01:00:07Z"));
    }
}
