package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.plans.obligation.Counts;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanProblem.BreakthroughTasksOutside;

/// Holds a subordinate's plan to the number of breakthrough tasks that its superiors ask for.
@ApplicationScoped
class BreakthroughQuotas {

    @Inject
    ObligationService obligations;

    @Inject
    MetDemands demands;

    @Inject
    BoundObligations bound;

    @Inject
    ReachRepository reach;

    /// @throws BreakthroughTasksOutside when the plan has fewer or more than one of its superiors asks for
    void requireMet(Plan plan) {
        var quotas = quotasOn(plan);
        if (quotas.isEmpty()) {
            return;
        }
        var items = obligations.ofPlan(plan.id());
        for (var demand : bound.inForceAmong(quotas, reach.get(plan.organisationId()))) {
            var lineage = obligations.lineagesOf(List.of(demand.id())).stream()
                    .map(Obligation::id)
                    .toList();
            require(demand, (int) items.stream()
                    .filter(item -> item.kind() == ObligationKind.BREAKTHROUGH_TASK)
                    .filter(item -> item.serves().stream().anyMatch(lineage::contains))
                    .count());
        }
    }

    private List<Obligation> quotasOn(Plan plan) {
        return demands.of(plan).stream()
                .filter(each -> each.kind() == ObligationKind.BREAKTHROUGH_TASK)
                .filter(each ->
                        each.counts().minCount() != null || each.counts().maxCount() != null)
                .toList();
    }

    static void require(Obligation demand, int actual) {
        var counts = demand.counts();
        if (isOutside(counts, actual)) {
            throw new BreakthroughTasksOutside(
                    demand.code(), actual, words(counts.minCount(), "0"), words(counts.maxCount(), "∞"));
        }
    }

    static boolean isOutside(Counts counts, int actual) {
        return (counts.minCount() != null && actual < counts.minCount())
                || (counts.maxCount() != null && actual > counts.maxCount());
    }

    private static String words(@Nullable Integer count, String none) {
        return count == null ? none : Objects.toString(count);
    }
}
