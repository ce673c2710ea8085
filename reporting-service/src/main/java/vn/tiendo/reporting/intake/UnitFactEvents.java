package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.fact.FactKeeping;
import vn.tiendo.reporting.fact.FactSource;
import vn.tiendo.reporting.fact.RegistrationsFact;

/// Keeps what units have registered, for the figures of reports.
@ApplicationScoped
public class UnitFactEvents implements EventHandler {

    @Inject
    FactKeeping facts;

    @Override
    public String topic() {
        return "registrations.unit-summary.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        facts.keep(
                FactSource.REGISTRATION,
                events.stream().map(event -> event.as(RegistrationsFact.class)).toList());
    }
}
