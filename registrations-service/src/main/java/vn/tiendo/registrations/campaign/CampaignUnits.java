package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import vn.tiendo.kit.leader.LeaderTask;

/// Ties units to their campaigns and to their place in the tree, whichever of the three became known first.
///
/// It alone does so, on one replica at a time: consumers only store what they are told.
@ApplicationScoped
public class CampaignUnits implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    CampaignUnitRepository units;

    @Inject
    CampaignRepository campaigns;

    @Inject
    CampaignService service;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "campaign-units";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(200);
    }

    @Override
    public boolean pass() {
        units.fillPaths(BATCH);
        var waiting = units.withoutCampaign(BATCH);
        if (waiting.isEmpty()) {
            return false;
        }
        var known = new ArrayList<>(campaigns.ofObligations(
                waiting.stream().map(CampaignUnit::obligationId).collect(Collectors.toSet())));
        var touched = new LinkedHashSet<Campaign>();
        for (var unit : waiting) {
            var campaign = campaignFor(unit, known);
            unit.belongTo(campaign);
            touched.add(campaign);
        }
        touched.forEach(service::date);
        return waiting.size() == BATCH;
    }

    /// The campaign of the unit's occurrence; else the one announced without; else one of its own.
    private Campaign campaignFor(CampaignUnit unit, List<Campaign> known) {
        var ofObligation = known.stream()
                .filter(campaign -> campaign.obligationId().equals(unit.obligationId()))
                .toList();
        for (var campaign : ofObligation) {
            if (unit.occurrence().equals(campaign.occurrence())) {
                return campaign;
            }
        }
        for (var campaign : ofObligation) {
            if (campaign.occurrence() == null) {
                campaign.happensIn(unit.occurrence());
                return campaign;
            }
        }
        var another = ofObligation.getFirst().forOccurrence(unit.occurrence(), clock.instant());
        known.add(another);
        service.announce(another);
        return another;
    }
}
