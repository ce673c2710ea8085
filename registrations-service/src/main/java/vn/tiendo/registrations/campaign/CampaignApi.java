package vn.tiendo.registrations.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.member.MemberStatus;

/// The JSON of campaigns.
final class CampaignApi {

    private CampaignApi() {}

    /// @param rosterOn who belongs to a unit on this day owes; today when absent
    /// @param graceDays days for which what comes late is still taken; until the closing when absent
    record OpeningRequest(
            @Nullable LocalDate rosterOn,
            @Nullable @Min(0) @Max(366) Integer graceDays) {}

    record FormRequest(@NotNull UUID formVersionId) {}

    /// @param until last day on which the members of the unit may write again
    record ReopeningRequest(
            @NotNull UUID organisationId,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 2_000) String reason) {}

    record ReopeningView(UUID organisationId, LocalDate until, String reason, Instant reopenedAt) {
        static ReopeningView of(Reopening reopening) {
            return new ReopeningView(
                    reopening.organisationId(), reopening.until(), reopening.reason(), reopening.reopenedAt());
        }
    }

    record CampaignPage(List<CampaignView> items, @Nullable String nextCursor) {}

    /// @param withdrawnAt when the plan was recalled, or its amendment dropped the obligation: nobody owes it any more
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CampaignView(
            UUID id,
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            @Nullable String occurrence,
            @Nullable String form,
            String title,
            CampaignStatus status,
            List<MemberStatus> exemptStatuses,
            @Nullable LocalDate opensOn,
            @Nullable Instant dueAt,
            @Nullable Instant openedAt,
            @Nullable LocalDate rosterOn,
            @Nullable Instant rosterFrozenAt,
            @Nullable Instant closedAt,
            @Nullable Instant withdrawnAt,
            UUID formVersionId,
            @Nullable Integer graceDays,
            List<ReopeningView> reopenings,
            long version) {

        static CampaignView of(Campaign campaign) {
            return new CampaignView(
                    campaign.id(),
                    campaign.planId(),
                    campaign.obligationId(),
                    campaign.organisationId(),
                    campaign.occurrence(),
                    campaign.form(),
                    campaign.title(),
                    campaign.status(),
                    List.copyOf(campaign.exempt()),
                    campaign.opensOn(),
                    campaign.dueAt(),
                    campaign.openedAt(),
                    campaign.rosterOn(),
                    campaign.rosterFrozenAt(),
                    campaign.closedAt(),
                    campaign.withdrawnAt(),
                    campaign.formVersionId(),
                    campaign.graceDays(),
                    campaign.reopenings().stream().map(ReopeningView::of).toList(),
                    campaign.version());
        }
    }
}
