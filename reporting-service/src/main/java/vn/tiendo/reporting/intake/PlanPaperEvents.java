package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.document.KnownPapers;

/// Keeps what papers show of plans.
@ApplicationScoped
public class PlanPaperEvents implements EventHandler {

    @Inject
    KnownPapers papers;

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        papers.put(event.as(KnownPapers.Plan.class));
    }
}
