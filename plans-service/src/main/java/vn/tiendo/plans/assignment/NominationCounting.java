package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import vn.tiendo.plans.assignment.NominationRepository.Counted;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.Obligation;

/// Keeps which nominations count and holds every assignment to exactly those, so that the order and number of their
/// events do not matter.
@ApplicationScoped
class NominationCounting {

    @Inject
    NominationRepository nominations;

    @Inject
    AssignmentRepository assignments;

    @Inject
    AssignmentFacts facts;

    @Transactional(Transactional.TxType.MANDATORY)
    void count(UUID nomination, UUID organisation, UUID obligation, Instant receipt) {
        var before = nominations.find(nomination);
        var now = new Counted(organisation, obligation, receipt);
        nominations.put(nomination, now);
        recount(now);
        before.filter(other -> !other.isForTheSameAs(now)).ifPresent(this::recount);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void discount(UUID nomination) {
        var before = nominations.find(nomination);
        nominations.remove(nomination);
        before.ifPresent(this::recount);
    }

    /// Nominations may be here before the assignments that they count to.
    @Transactional(Transactional.TxType.MANDATORY)
    void startWith(Obligation obligation, Collection<Assignment> opened, Instant now) {
        if (obligation.kind().fulfilment() != Fulfilment.NOMINATIONS || opened.isEmpty()) {
            return;
        }
        var early = nominations.of(
                obligation.id(),
                opened.stream().map(Assignment::organisationId).distinct().toList());
        early.stream()
                .map(Counted::organisation)
                .distinct()
                .forEach(organisation -> NominationPlacing.place(
                                opened.stream()
                                        .filter(assignment ->
                                                assignment.organisationId().equals(organisation))
                                        .toList(),
                                receiptsOf(organisation, early))
                        .forEach((assignment, receipts) -> assignment.countAll(receipts, now)));
    }

    /// A debt that was passed on takes along what its predecessors had reported.
    private void recount(Counted changed) {
        var owed = assignments.allOf(changed.organisation(), changed.obligation());
        if (owed.isEmpty()) {
            return;
        }
        var heirs = new ArrayList<Assignment>();
        var organisations = new HashSet<UUID>();
        organisations.add(changed.organisation());
        for (var assignment : owed) {
            var heir = facts.heirOf(assignment);
            heirs.add(heir);
            organisations.add(heir.organisationId());
        }
        organisations.addAll(
                assignments.predecessorsOf(heirs.stream().map(Assignment::id).toList()));
        var receipts = nominations.of(changed.obligation(), organisations).stream()
                .map(Counted::receipt)
                .toList();
        var placed = NominationPlacing.place(heirs, receipts);
        facts.countAll(placed);
    }

    private static List<Instant> receiptsOf(UUID organisation, Collection<Counted> all) {
        return all.stream()
                .filter(counted -> counted.organisation().equals(organisation))
                .map(Counted::receipt)
                .toList();
    }
}
