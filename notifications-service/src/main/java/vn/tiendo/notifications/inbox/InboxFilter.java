package vn.tiendo.notifications.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of an inbox somebody wants to see.
///
/// @param kind why it was sent, such as ASSIGNMENT or ROLL_UP
/// @param since a position: what came after it, oldest first
record InboxFilter(
        Box box,
        boolean unread,
        @Nullable String kind,
        @Nullable UUID plan,
        @Nullable Long since) {

    enum Box {
        /// What is neither filed away nor put aside at the moment.
        INBOX,
        SNOOZED,
        ARCHIVED,
        ALL
    }

    String condition() {
        return switch (box) {
            case INBOX -> "archivedAt is null and (snoozedUntil is null or snoozedUntil <= :now)";
            case SNOOZED -> "archivedAt is null and snoozedUntil > :now";
            case ARCHIVED -> "archivedAt is not null";
            case ALL -> "1 = 1";
        };
    }

    boolean catchesUp() {
        return since != null;
    }

    boolean asksForTheTime() {
        return box == Box.INBOX || box == Box.SNOOZED;
    }
}
