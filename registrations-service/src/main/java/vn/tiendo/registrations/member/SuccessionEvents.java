package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Notes which organisations have ended with a successor; the first one named is the successor of the members.
@ApplicationScoped
class SuccessionEvents implements EventHandler {

    @Inject
    SuccessionRepository successions;

    private record OrganisationState(
            UUID id, @Nullable LocalDate validTo, @Nullable List<UUID> successorIds) {}

    @Override
    public String topic() {
        return "plans.organisation.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var organisation = event.as(OrganisationState.class);
        if (organisation.validTo != null && organisation.successorIds != null && !organisation.successorIds.isEmpty()) {
            successions.put(organisation.id, organisation.successorIds.getFirst(), organisation.validTo);
        }
    }
}
