package vn.tiendo.registrations.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    record OpeningRequest(@Nullable LocalDate rosterOn) {}

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
                    campaign.version());
        }
    }
}
