package vn.tiendo.reporting.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.tiendo.reporting.organisation.Places;

/// Takes the newest states of facts: the old parts go, the new ones come, and the sums above them follow by the
/// difference of the whole batch. What was held stays in the tree of its day, wherever its organisation moves, and
/// what was registered in the tree of the year of its plan once that is over.
///
/// Repeatable, and in any order: the sums are those of the parts that stand, whatever way they came.
@ApplicationScoped
public class FactKeeping {

    @Inject
    Places places;

    @Inject
    FactRepository facts;

    @Inject
    FactsOfPlans plans;

    /// @param states newest states of one source, at most one per id
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(FactSource source, List<? extends Fact> states) {
        if (states.isEmpty()) {
            return;
        }
        var parts = states.stream().flatMap(state -> state.parts().stream()).toList();
        plans.hold(parts.stream()
                .map(FactPart::planId)
                .filter(plan -> !plan.equals(FactPart.NO_PLAN))
                .toList());
        places.hold(states.stream().map(Fact::organisationId).distinct().toList());
        var before = facts.lock(source, states.stream().map(Fact::id).toList());
        var after = facts.placed(parts);
        facts.replace(before, after);
        facts.add(FactDeltas.between(before, after));
    }

    /// The year of these plans is known now, or another one: lays what was registered for them in the tree of it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recountOf(Collection<UUID> newlyKnown) {
        var organisations = plans.holdAlone(newlyKnown);
        if (!organisations.isEmpty()) {
            places.holdAlone(organisations);
            recount(organisations);
        }
    }

    /// Lays what was counted along another path, or waits for its organisation, where the organisation stood on the day
    /// of the fact; the caller holds these organisations alone.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(Collection<UUID> organisations) {
        var moved = facts.lockElsewhere(organisations);
        if (moved.isEmpty()) {
            return;
        }
        var after = facts.place(moved);
        facts.add(FactDeltas.between(moved, after));
    }
}
