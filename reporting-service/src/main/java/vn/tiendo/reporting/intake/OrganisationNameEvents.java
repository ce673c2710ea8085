package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.document.KnownNames;

/// Keeps what organisations were called from day to day.
@ApplicationScoped
public class OrganisationNameEvents implements EventHandler {

    @Inject
    KnownNames names;

    @Override
    public String topic() {
        return "plans.organisation.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        names.put(event.as(KnownNames.Organisation.class));
    }
}
