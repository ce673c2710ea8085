package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.progress.CountingService;
import vn.tiendo.reporting.progress.KnownPlans;

/// Keeps the last day of each campaign and the day on which it closed.
@ApplicationScoped
public class CampaignEvents implements EventHandler {

    @Inject
    KnownPlans plans;

    @Inject
    CountingService counting;

    @Override
    public String topic() {
        return "registrations.campaign.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        plans.put(event.as(KnownPlans.Campaign.class)).ifPresent(counting::recountSince);
    }
}
