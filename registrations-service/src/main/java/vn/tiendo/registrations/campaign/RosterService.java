package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.RosterApi.RosterChangeLine;
import vn.tiendo.registrations.campaign.RosterApi.RosterView;
import vn.tiendo.registrations.member.MemberReads;

/// Answers who owed on a day, for organisations in reach.
@ApplicationScoped
class RosterService {

    @Inject
    CampaignService campaigns;

    @Inject
    RosterRepository rosters;

    @Inject
    ReachRepository organisations;

    @Inject
    MemberReads reads;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @Transactional
    RosterView asOf(UUID campaignId, UUID organisation, @Nullable LocalDate asOf) {
        var campaign = campaigns.get(campaignId);
        var path = pathOf(organisation);
        var day = Objects.requireNonNullElseGet(asOf, () -> Days.dayOf(clock.instant()));
        return RosterView.of(campaign, organisation, day, rosters.asOf(campaign.id(), path, Reach.endOf(path), day));
    }

    /// Listing other persons is recorded.
    @Transactional
    List<RosterChangeLine> changes(UUID campaignId, UUID organisation, PageRequest page) {
        var campaign = campaigns.get(campaignId);
        var path = pathOf(organisation);
        var found = rosters.page(campaign.id(), path, Reach.endOf(path), page);
        reads.listed(actor.get(), "list-roster-changes", found, page, RosterChangeLine::memberId);
        return found;
    }

    private String pathOf(UUID organisation) {
        return organisations
                .get(organisation, CampaignService.readable(actor.get()))
                .path();
    }
}
