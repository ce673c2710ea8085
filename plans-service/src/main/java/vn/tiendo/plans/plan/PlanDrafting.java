package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.plan.PlanApi.PlanContent;

/// Lets other features draft plans as a person would.
@ApplicationScoped
public class PlanDrafting {

    @Inject
    PlanService plans;

    /// @return the id of the draft
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID draft(PlanContent content, Actor actor) {
        return plans.draft(content, actor).id();
    }
}
