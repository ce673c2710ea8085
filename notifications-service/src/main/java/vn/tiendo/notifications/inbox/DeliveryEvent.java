package vn.tiendo.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a delivery on `notifications.delivery.v1`: ids and instants; neither the account nor a word of
/// what was written.
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryEvent(
        UUID id,
        UUID reminderId,
        @Nullable UUID assignmentId,
        @Nullable UUID registrationId,
        @Nullable UUID campaignId,
        @Nullable UUID recipientPostId,
        @Nullable UUID memberId,
        String channel,
        @Nullable String rung,
        Instant deliveredAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Acknowledgement acknowledgement) {

    private static final String CHANNEL = "INBOX";

    static DeliveryEvent of(Notification notification) {
        return new DeliveryEvent(
                notification.id(),
                notification.reminderId(),
                notification.assignmentId(),
                notification.registrationId(),
                notification.campaignId(),
                notification.postId(),
                notification.memberId(),
                CHANNEL,
                notification.rungLabel(),
                notification.deliveredAt(),
                notification.acknowledgedAt(),
                notification.acknowledgement());
    }
}
