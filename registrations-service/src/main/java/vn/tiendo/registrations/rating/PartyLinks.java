package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Keeps which organisation is the party organisation of which agency, as the tree of organisations tells.
@ApplicationScoped
class PartyLinks implements EventHandler {

    private static final String PARTY_OF_AGENCY = "PARTY_COMMITTEE_OF";

    @Inject
    EntityManager entities;

    private record OrganisationState(UUID id, @Nullable List<Link> links) {}

    private record Link(
            String type,
            UUID organisationId,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Override
    public String topic() {
        return "plans.organisation.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var party = event.as(OrganisationState.class);
        if (party.links == null) {
            return;
        }
        entities.createNativeQuery("delete from party_of_agency where party_id = ?1")
                .setParameter(1, party.id)
                .executeUpdate();
        party.links.stream()
                .filter(link -> link.type.equals(PARTY_OF_AGENCY))
                .forEach(link -> entities.createNativeQuery("""
                            insert into party_of_agency (party_id, agency_id, valid_from, valid_to)
                            values (?1, ?2, ?3, cast(?4 as date)) on conflict do nothing""")
                        .setParameter(1, party.id)
                        .setParameter(2, link.organisationId)
                        .setParameter(3, link.from)
                        .setParameter(4, link.to)
                        .executeUpdate());
    }
}
