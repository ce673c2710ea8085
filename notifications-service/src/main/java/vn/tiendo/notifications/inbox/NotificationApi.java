package vn.tiendo.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of the inbox.
public final class NotificationApi {

    private NotificationApi() {}

    /// @param reason needed with CANNOT_DO
    public record AcknowledgeNotification(
            @NotNull Acknowledgement kind,
            @Size(max = 1000) @Nullable String reason) {}

    /// @param position where it stands among all that was delivered; the id of its event in the stream
    /// @param kind what it is about: ASSIGNMENT, REGISTRATION, ROLL_UP (how many subordinates are missing), RECALL,
    /// BROADCAST, CANNOT_DO (somebody below has answered so) or CONTACT (an address does not work)
    /// @param rung with the last on-time day absent for RECALL and BROADCAST
    /// @param dueDay last on-time day
    /// @param escalated told as the superior of whoever owes
    /// @param resolvedAt since when there is nothing left to do about it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NotificationView(
            UUID id,
            long position,
            String kind,
            @Nullable UUID assignmentId,
            @Nullable UUID registrationId,
            @Nullable UUID campaignId,
            @Nullable UUID planId,
            @Nullable UUID obligationId,
            UUID organisationId,
            @Nullable String rung,
            @Nullable LocalDate dueDay,
            boolean escalated,
            String language,
            String title,
            String text,
            Instant deliveredAt,
            @Nullable Instant seenAt,
            @Nullable Instant readAt,
            @Nullable Instant snoozedUntil,
            @Nullable Instant archivedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Acknowledgement acknowledgement,
            @Nullable String reason,
            @Nullable Instant resolvedAt) {

        static NotificationView of(Notification notification) {
            return new NotificationView(
                    notification.id(),
                    notification.position(),
                    notification.dutyKind(),
                    notification.assignmentId(),
                    notification.registrationId(),
                    notification.campaignId(),
                    notification.planId(),
                    notification.obligationId(),
                    notification.organisationId(),
                    notification.rungLabel(),
                    notification.dueDay(),
                    notification.escalated(),
                    notification.language(),
                    notification.title(),
                    notification.text(),
                    notification.deliveredAt(),
                    notification.seenAt(),
                    notification.readAt(),
                    notification.snoozedUntil(),
                    notification.archivedAt(),
                    notification.acknowledgedAt(),
                    notification.acknowledgement(),
                    notification.reason(),
                    notification.resolvedAt());
        }
    }

    /// A page of the own inbox.
    ///
    /// @param unread how many in the inbox are unread, whatever the filter
    /// @param unseen how many have come since the inbox was last looked into
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InboxPage(
            List<NotificationView> items, @Nullable String nextCursor, long unread, long unseen) {}

    /// @param ids own notifications; others are passed over without a word
    public record Chosen(@NotEmpty @Size(max = 200) List<@NotNull UUID> ids) {}

    /// @param upTo the newest notification that was shown
    public record Sighting(@NotNull UUID upTo) {}

    /// @param until when it comes back, unread; at most 90 days from now
    public record Snooze(@NotNull Instant until) {}

    /// @param changed how many were not so before
    public record Changed(int changed) {}
}
