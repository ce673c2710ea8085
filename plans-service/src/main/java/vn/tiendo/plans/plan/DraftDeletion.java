package vn.tiendo.plans.plan;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationApi.ObligationView;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanProblem.DraftReferredTo;

/// Deletes a draft with all that hangs on it, or one thing that it demands. What was adopted once stays for good.
@ApplicationScoped
class DraftDeletion {

    @Inject
    PlanChanges changes;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    Coverage coverage;

    @Inject
    @All
    List<GoesWithDraft> hangers;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// What the audit trail keeps of a draft that is no more.
    record DeletedDraft(PlanView plan, List<ObligationView> obligations) {}

    @Transactional
    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = changes.get(id, actor);
        var post = requireDrafter(plan, actor);
        plans.lock(plan, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, plan.version());
        plan.requireNeverAdopted();
        if (plans.isReferredTo(id)) {
            throw new DraftReferredTo();
        }
        var demands = obligations.ofPlan(id);
        outbox.add(PlanEvent.lastOf(demands, clock.instant()), plan, PlanEvent.What.DELETED.word());
        audit.record(actor, post, "delete-plan", "plan", id, deleted(plan, demands), null);
        hangers.forEach(each -> each.letGo(id, actor, post));
        obligations.removeAll(id);
        plans.delete(plan);
    }

    private static DeletedDraft deleted(Plan plan, List<Obligation> demands) {
        return new DeletedDraft(
                PlanView.of(plan), demands.stream().map(ObligationView::of).toList());
    }

    /// A returned plan becomes a draft again by this, as by any other change of its words.
    @Transactional
    Plan withdraw(UUID id, UUID obligation, @Nullable String ifMatch, Actor actor) {
        var plan = changes.get(id, actor);
        var post = requireDrafter(plan, actor);
        return changes.change(plan, ifMatch, "withdraw-obligation", actor, post, now -> {
            coverage.letGo(plan);
            plan.takeBackToDraft(actor.id(), now);
            var withdrawn = ObligationView.of(obligations.withdraw(id, obligation));
            audit.record(actor, post, "withdraw-obligation", "obligation", obligation, withdrawn, null);
            return PlanEvent.What.DRAFTED;
        });
    }

    private static HeldPost requireDrafter(Plan plan, Actor actor) {
        return Drafters.require(plan.organisationPath(), actor);
    }
}
