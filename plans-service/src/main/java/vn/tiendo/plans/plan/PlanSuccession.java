package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.Ending;
import vn.tiendo.plans.organisation.PassingOn;

/// Plans that were not issued yet pass to the successor, and what was sent to the ended organisation is sent to it.
/// Issued plans keep their issuer; the successor acts for it, because the ended organisation stands under it.
@ApplicationScoped
class PlanSuccession implements PassingOn {

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public String what() {
        return "unissuedPlans";
    }

    @Override
    public long count(Collection<UUID> ending) {
        return ending.isEmpty()
                ? 0
                : plans.count(
                        "organisationId in ?1 and status in ?2", ending, List.of(PlanStatus.DRAFT, PlanStatus.ADOPTED));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int passOn(Ending ending, int most) {
        var now = clock.instant();
        var successor = ending.successor();
        var passed = publish(plans.unissuedOf(ending.organisationId(), most), now, plan -> plan.passTo(successor, now));
        var left = most - passed;
        return left == 0
                ? passed
                : passed
                        + publish(
                                plans.waitingFor(ending.organisationId(), left),
                                now,
                                plan -> plan.redirect(ending.organisationId(), successor));
    }

    private int publish(List<Plan> some, Instant now, Function<Plan, PlanEvent.What> act) {
        var demands = obligations.ofPlans(some.stream().map(Plan::id).toList()).stream()
                .collect(Collectors.groupingBy(Obligation::planId));
        for (var plan : some) {
            var what = act.apply(plan);
            plan.changed(now);
            outbox.add(PlanEvent.stream(demands.getOrDefault(plan.id(), List.of())), plan, what.word());
        }
        return some.size();
    }
}
