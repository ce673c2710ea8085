package vn.tiendo.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of what was served: evidence per body and per person, without a word of what was written.
final class ServedApi {

    private ServedApi() {}

    /// What of it somebody wants to see; absent means whatever it is.
    ///
    /// @param acknowledged whether it was answered
    record ServedFilter(
            @Nullable UUID plan,
            @Nullable UUID obligation,
            @Nullable String kind,
            @Nullable Boolean acknowledged,
            @Nullable Boolean opened) {}

    /// @param reminderId the same for everybody who was told of it
    /// @param recipientPostId the post as whose holder somebody was told; absent for members
    /// @param memberId who was told as a member
    /// @param openedAt when it was first read
    /// @param reason with CANNOT_DO, in the recipient's words
    /// @param channels what became of it beside the inbox; empty when it went nowhere else
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServedView(
            UUID id,
            UUID reminderId,
            String kind,
            UUID organisationId,
            @Nullable UUID planId,
            @Nullable UUID obligationId,
            @Nullable UUID recipientPostId,
            @Nullable UUID memberId,
            boolean escalated,
            @Nullable String rung,
            @Nullable LocalDate dueDay,
            Instant deliveredAt,
            @Nullable Instant seenAt,
            @Nullable Instant openedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Acknowledgement acknowledgement,
            @Nullable String reason,
            @Nullable Instant resolvedAt,
            List<OnChannel> channels) {

        static ServedView of(Notification served, List<OnChannel> channels) {
            return new ServedView(
                    served.id(),
                    served.reminderId(),
                    served.dutyKind(),
                    served.organisationId(),
                    served.planId(),
                    served.obligationId(),
                    served.postId(),
                    served.memberId(),
                    served.escalated(),
                    served.rungLabel(),
                    served.dueDay(),
                    served.deliveredAt(),
                    served.seenAt(),
                    served.openedAt(),
                    served.acknowledgedAt(),
                    served.acknowledgement(),
                    served.reason(),
                    served.resolvedAt(),
                    channels);
        }
    }

    /// How far what was told about an organisation has come.
    ///
    /// @param told messages put before people
    /// @param seen in an inbox that was looked into
    /// @param opened read at least once
    /// @param acknowledged answered, either way
    /// @param cannotDo of these, with "cannot do"
    record ServedBody(UUID organisationId, long told, long seen, long opened, long acknowledged, long cannotDo) {}

    record ServedBodyPage(List<ServedBody> items, @Nullable String nextCursor) {}

    record ServedPage(List<ServedView> items, @Nullable String nextCursor) {}
}
