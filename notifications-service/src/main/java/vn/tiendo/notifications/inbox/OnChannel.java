package vn.tiendo.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a notification on one channel.
///
/// @param channel such as EMAIL
/// @param state PLANNED, SENT (taken over by the server or provider), DELIVERED, FAILED, CANCELLED, or
/// UNADDRESSED where there was no address that works
/// @param reason a code, with what did not get through
/// @param notBefore when it goes, while it is planned
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OnChannel(
        String channel,
        String state,
        @Nullable String reason,
        int attempts,
        @Nullable Instant notBefore,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt) {}
