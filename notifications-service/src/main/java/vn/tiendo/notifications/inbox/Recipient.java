package vn.tiendo.notifications.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The account that a notification goes to, and by what right: a post that it holds, or being the member who
/// owes.
///
/// @param escalated told as the superior of whoever owes
public record Recipient(
        String issuer,
        String subject,
        @Nullable UUID postId,
        @Nullable UUID memberId,
        boolean escalated,
        String language) {}
