package vn.tiendo.notifications.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.notifications.duty.DutyKind;

/// The JSON of previews.
public final class ReminderPreviewApi {

    private ReminderPreviewApi() {}

    /// One reminder of the day, whom it goes to, and why.
    ///
    /// @param daysFromDue days after the last on-time day, negative before it
    /// @param policyId whose rung it is; absent for the ladder that is shipped
    /// @param deadline the words of the document, absent while they are not known here
    /// @param title with the text what is written to who owes, in Vietnamese
    /// @param recipients by role and place, or the member; empty when nobody can be told
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreviewView(
            UUID reminderId,
            ReminderStatus status,
            String rung,
            int daysFromDue,
            Instant firesAt,
            @Nullable UUID policyId,
            DutyKind kind,
            @Nullable UUID assignmentId,
            @Nullable UUID registrationId,
            @Nullable UUID campaignId,
            UUID planId,
            UUID obligationId,
            @Nullable String subject,
            UUID organisationId,
            String organisationName,
            LocalDate dueDay,
            @Nullable Instant dueAt,
            @Nullable DeadlineView deadline,
            String title,
            String text,
            List<RecipientView> recipients) {}

    /// @param phrase as it stands in the document
    /// @param reading how it was read
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeadlineView(
            String type, @Nullable String phrase, @Nullable String reading) {}

    /// @param level how many levels above who owes; a superior gets one message for all its subordinates
    /// @param escalated told as the superior of whoever owes
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecipientView(
            @Nullable Role role,
            @Nullable UUID organisationId,
            @Nullable UUID memberId,
            int level,
            boolean escalated) {}
}
