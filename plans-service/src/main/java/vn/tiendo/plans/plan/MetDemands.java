package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;

/// Says what a plan meets of what superiors demand; its quotas are asked for by the same demands that it
/// settles.
@ApplicationScoped
class MetDemands {

    @Inject
    ObligationService obligations;

    /// What the plan and its items serve, whichever amendment demands it now; where the plan names nothing,
    /// all that its parent plan demands.
    List<Obligation> of(Plan plan) {
        var named = new HashSet<>(plan.words().serves());
        if (named.isEmpty() && plan.words().parentPlanId() != null) {
            obligations.ofPlan(plan.words().parentPlanId()).forEach(each -> named.add(each.id()));
        }
        obligations.ofPlan(plan.id()).forEach(item -> named.addAll(item.serves()));
        return obligations.lineagesOf(named);
    }
}
