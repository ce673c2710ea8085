package vn.tiendo.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /// @param kind what it is about: ASSIGNMENT, REGISTRATION, ROLL_UP (how many subordinates are missing), RECALL or
    /// BROADCAST
    /// @param rung with the last on-time day absent for RECALL and BROADCAST
    /// @param dueDay last on-time day
    /// @param escalated told as the superior of whoever owes
    /// @param resolvedAt since when there is nothing left to do about it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NotificationView(
            UUID id,
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
            @Nullable Instant readAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Acknowledgement acknowledgement,
            @Nullable String reason,
            @Nullable Instant resolvedAt) {

        static NotificationView of(Notification notification) {
            return new NotificationView(
                    notification.id(),
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
                    notification.readAt(),
                    notification.acknowledgedAt(),
                    notification.acknowledgement(),
                    notification.reason(),
                    notification.resolvedAt());
        }
    }

    /// A page of the own inbox.
    ///
    /// @param unread how many of all own notifications are unread, whatever the filter
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InboxPage(
            List<NotificationView> items, @Nullable String nextCursor, long unread) {}
}
