package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Outbox;

/// Tells the other services how organisations stand: a few statements, however many they are.
@ApplicationScoped
class OrganisationPublication {

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationLinkRepository links;

    @Inject
    RestructuringRepository restructurings;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /// @param what the last word of the event's type
    @Transactional(Transactional.TxType.MANDATORY)
    void publish(List<Organisation> these, String what) {
        var ids = these.stream().map(Organisation::id).toList();
        var periods = organisations.periodsOf(ids);
        var linked = links.of(ids);
        var endings = these.stream()
                .map(Organisation::endedBy)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(id -> id, restructurings::findById));
        var now = clock.instant();
        these.forEach(organisation -> organisation.changed(now));
        outbox.addAll(
                new EventStream<Organisation>(
                        "plans.organisation.v1",
                        organisation -> OrganisationEvent.of(
                                organisation,
                                periods.getOrDefault(organisation.id(), List.of()),
                                linked.getOrDefault(organisation.id(), List.of()),
                                organisation.endedBy() == null ? null : endings.get(organisation.endedBy()))),
                these,
                what);
    }
}
