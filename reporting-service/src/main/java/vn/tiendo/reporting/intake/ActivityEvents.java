package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.fact.ActivityFact;
import vn.tiendo.reporting.fact.FactKeeping;
import vn.tiendo.reporting.fact.FactSource;

/// Keeps what was held, for the figures of reports.
@ApplicationScoped
public class ActivityEvents implements EventHandler {

    @Inject
    FactKeeping facts;

    @Override
    public String topic() {
        return "plans.activity.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        facts.keep(
                FactSource.ACTIVITY,
                events.stream().map(event -> event.as(ActivityFact.class)).toList());
    }
}
