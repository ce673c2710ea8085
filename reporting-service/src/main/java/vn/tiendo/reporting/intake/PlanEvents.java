package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.fact.FactKeeping;
import vn.tiendo.reporting.progress.KnownPlans;

/// Keeps what progress shows of plans, and lets what was told of a plan before its year was known follow.
@ApplicationScoped
public class PlanEvents implements EventHandler {

    @Inject
    KnownPlans plans;

    @Inject
    FactKeeping facts;

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        var newlyKnown = new ArrayList<UUID>();
        for (var event : events) {
            var plan = event.as(KnownPlans.Plan.class);
            if (plans.put(plan)) {
                newlyKnown.add(plan.id());
            }
        }
        facts.recountOf(newlyKnown);
    }
}
