package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.progress.KnownPlans;

/// Keeps what progress shows of plans.
@ApplicationScoped
public class PlanEvents implements EventHandler {

    @Inject
    KnownPlans plans;

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        plans.put(event.as(KnownPlans.Plan.class));
    }
}
