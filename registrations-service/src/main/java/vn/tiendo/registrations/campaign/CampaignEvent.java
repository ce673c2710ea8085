package vn.tiendo.registrations.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public state of a campaign.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignEvent(
        UUID id,
        UUID planId,
        UUID obligationId,
        UUID organisationId,
        @Nullable String occurrence,
        @Nullable String form,
        CampaignStatus status,
        String title,
        @Nullable LocalDate opensOn,
        @Nullable Instant dueAt,
        @Nullable Instant openedAt,
        @Nullable LocalDate rosterOn,
        @Nullable Instant rosterFrozenAt,
        @Nullable Instant closedAt) {

    static CampaignEvent of(Campaign campaign) {
        return new CampaignEvent(
                campaign.id(),
                campaign.planId(),
                campaign.obligationId(),
                campaign.organisationId(),
                campaign.occurrence(),
                campaign.form(),
                campaign.status(),
                campaign.title(),
                campaign.opensOn(),
                campaign.dueAt(),
                campaign.openedAt(),
                campaign.rosterOn(),
                campaign.rosterFrozenAt(),
                campaign.closedAt());
    }
}
