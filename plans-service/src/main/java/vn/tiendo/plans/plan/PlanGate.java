package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;

/// What belongs to a plan without being part of it asks here who may see the plan and what state it is in.
@ApplicationScoped
public class PlanGate {

    @Inject
    PlanService plans;

    @Inject
    PlanRepository repository;

    public record SeenPlan(UUID id, UUID organisationId, String organisationPath, PlanStatus status) {}

    /// @throws PlanProblem.PlanNotFound when absent or out of the actor's sight (404)
    public SeenPlan seenBy(UUID id, Actor actor) {
        return seen(plans.get(id, actor));
    }

    /// The same, and the plan does not change before the transaction ends: nobody issues it meanwhile.
    @Transactional(Transactional.TxType.MANDATORY)
    public SeenPlan locked(UUID id, Actor actor) {
        var plan = plans.get(id, actor);
        repository.lock(plan, LockModeType.PESSIMISTIC_READ);
        return seen(plan);
    }

    private static SeenPlan seen(Plan plan) {
        return new SeenPlan(plan.id(), plan.organisationId(), plan.organisationPath(), plan.status());
    }
}
