package vn.tiendo.registrations.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.summary.SummaryApi.ChildSummary;
import vn.tiendo.registrations.summary.SummaryApi.MissingLine;
import vn.tiendo.registrations.summary.SummaryApi.SummaryView;

/// Answers how far a campaign has come in a subtree; costs the same for a cell and for a province.
@ApplicationScoped
class SummaryService {

    @Inject
    UnitDeltas deltas;

    @Inject
    MissingRepository missing;

    @Inject
    CampaignService campaigns;

    @Inject
    ReachRepository organisations;

    @Inject
    MemberReads reads;

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

    @Transactional
    List<ChildSummary> children(UUID campaignId, UUID organisationId, PageRequest page) {
        var campaign = campaigns.get(campaignId);
        var parent = organisations.get(organisationId, CampaignService.readable(actor.get()));
        return deltas
                .sumsOfChildren(
                        campaign.id(),
                        parent.id(),
                        page.after().map(Cursor::key).orElse(""),
                        page.lookFor())
                .stream()
                .map(child -> new ChildSummary(
                        child.id(),
                        child.name(),
                        child.path(),
                        SummaryView.of(campaign.id(), child.id(), child.tally())))
                .toList();
    }

    /// Listing other persons is recorded.
    @Transactional
    List<MissingLine> missing(UUID campaignId, UUID organisationId, PageRequest page) {
        var campaign = campaigns.get(campaignId);
        var path = organisations
                .get(organisationId, CampaignService.readable(actor.get()))
                .path();
        var found = missing.page(campaign.id(), path, page);
        reads.listed(actor.get(), "list-missing-registrations", found, page, MissingLine::memberId);
        return found;
    }
}
