package vn.tiendo.notifications.preference;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message on one channel.
///
/// @param notBefore quiet hours are over then, in business time
/// @param digestAt all of the recipient's with the same channel and instant go as one message; null: on its own
/// @param onlyIfUnread a fallback: goes only if the notification is still unread then
/// @param tenantId the organisation whose caps it counts against
/// @param mandatory nobody may switch it off: without a link to do so
public record Sending(
        UUID notificationId,
        ChannelKind channel,
        Category category,
        Instant notBefore,
        @Nullable Instant digestAt,
        boolean onlyIfUnread,
        UUID tenantId,
        boolean mandatory) {}
