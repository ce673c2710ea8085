package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.progress.CountedRegistration;
import vn.tiendo.reporting.progress.CountingService;
import vn.tiendo.reporting.progress.Source;

/// Counts the registrations of members.
@ApplicationScoped
public class RegistrationEvents implements EventHandler {

    @Inject
    CountingService counting;

    @Override
    public String topic() {
        return "registrations.registration.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        counting.count(
                Source.REGISTRATION,
                events.stream()
                        .map(event -> event.as(CountedRegistration.class))
                        .toList());
    }
}
