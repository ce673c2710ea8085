package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.inbox.ReceivedEvent.MalformedEvent;
import vn.tiendo.kit.reach.ReachEvents;
import vn.tiendo.reporting.fact.FactKeeping;
import vn.tiendo.reporting.organisation.Places;
import vn.tiendo.reporting.organisation.Stand;
import vn.tiendo.reporting.progress.CountingService;
import vn.tiendo.reporting.report.ExpectationService;

/// Keeps the tree, and lets what waits for an organisation or is counted along its old path follow.
@ApplicationScoped
public class OrganisationEvents extends ReachEvents.Organisations {

    @Inject
    Places places;

    @Inject
    CountingService counting;

    @Inject
    FactKeeping facts;

    @Inject
    ExpectationService expectations;

    private record Stood(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String path) {}

    private record OrganisationState(UUID id, @Nullable List<Stood> periods) {}

    @Override
    public void on(ReceivedEvent event) {
        super.on(event);
        var state = event.as(OrganisationState.class);
        places.stood(
                state.id,
                state.periods == null
                        ? List.of()
                        : state.periods.stream()
                                .filter(stood -> stood.path != null)
                                .map(stood -> new Stand(stood.from, stood.to, Objects.requireNonNull(stood.path)))
                                .toList());
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        var ids = events.stream().map(OrganisationEvents::idOf).toList();
        places.holdAlone(ids);
        events.stream().sorted(Comparator.comparing(ReceivedEvent::key)).forEach(this::on);
        counting.recount(ids);
        facts.recount(ids);
        expectations.file(ids);
    }

    private static UUID idOf(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedEvent("malformed-key");
        }
    }
}
