package vn.tiendo.registrations.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        @Nullable Instant closedAt,
        UUID formVersionId,
        @Nullable Integer graceDays,
        List<UnitReopened> reopenings) {

    /// @param until last day on which the members of the unit may write again
    record UnitReopened(UUID assignmentId, UUID organisationId, LocalDate until, Instant reopenedAt) {}

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
                campaign.closedAt(),
                campaign.formVersionId(),
                campaign.graceDays(),
                campaign.reopenings().stream()
                        .map(each ->
                                new UnitReopened(each.unitId(), each.organisationId(), each.until(), each.reopenedAt()))
                        .toList());
    }
}
