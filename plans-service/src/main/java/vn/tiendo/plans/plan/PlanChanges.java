package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanProblem.PlanNotFound;
import vn.tiendo.plans.plan.PlanRepository.Sight;

/// What every command on a plan shares: it is found in sight, changed in the version that was seen, published and
/// recorded.
@ApplicationScoped
class PlanChanges {

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @throws PlanNotFound when absent or out of the actor's sight (404)
    Plan get(UUID id, Actor actor) {
        return plans.find(id, Sight.of(actor)).orElseThrow(PlanNotFound::new);
    }

    Plan change(
            Plan plan,
            @Nullable String ifMatch,
            String action,
            Actor actor,
            HeldPost post,
            Function<Instant, PlanEvent.What> act) {
        ETags.requireMatch(ifMatch, plan.version());
        var before = PlanView.of(plan);
        var now = clock.instant();
        var what = act.apply(now);
        plan.changed(now);
        outbox.add(PlanEvent.stream(obligations.ofPlan(plan.id())), plan, what.word());
        audit.record(actor, post, action, "plan", plan.id(), before, PlanView.of(plan));
        return plan;
    }
}
