package vn.tiendo.registrations.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.registrations.campaign.CampaignService;

/// Answers how far a campaign has come in a subtree; costs the same for a cell and for a province.
@ApplicationScoped
class SummaryService {

    @Inject
    UnitDeltas deltas;

    @Inject
    CampaignService campaigns;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor actor;

    @Transactional
    Tally of(UUID campaignId, UUID organisationId) {
        var campaign = campaigns.get(campaignId);
        var path = organisations
                .get(organisationId, CampaignService.readable(actor.get()))
                .path();
        return deltas.sumBelow(campaign.id(), path, Reach.endOf(path));
    }
}
