package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanProblem.NotALaterYear;
import vn.tiendo.plans.plan.PlanRepository.Sight;

/// Makes a new draft out of a plan: to amend it, or to carry it on into another year.
@ApplicationScoped
class Amendments {

    @Inject
    PlanChanges changes;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    Heirs heirs;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// A draft and what a person must look at before it is adopted.
    record RolledForward(Plan plan, List<Question> questions) {}

    /// The draft has what the plan has; an obligation of it that keeps code and kind takes the place of the old one.
    @Transactional
    Plan draft(UUID id, Actor actor) {
        var plan = changes.get(id, actor);
        var post = requireDrafting(plan, actor);
        var content = PlanContent.of(plan, heirs.passOn(contentsOf(plan), new ArrayList<>()))
                .undated();
        var draft = Plan.amending(plan, reach.get(plan.organisationId()), content, actor.id(), clock.instant());
        return keep(draft, content, "draft-amendment", actor, post);
    }

    List<Plan> of(UUID id, Actor actor, PageRequest page) {
        return plans.list(
                Sight.of(actor), PlanFilter.amending(changes.get(id, actor).id()), page);
    }

    /// Fixed dates move by the years between; recurrences, anchors and what waits for an event stay as they are.
    @Transactional
    RolledForward rollForward(UUID id, int year, Actor actor) {
        var plan = changes.get(id, actor);
        var post = requireDrafting(plan, actor);
        if (year <= plan.words().year()) {
            throw new NotALaterYear(plan.words().year());
        }
        var questions = new ArrayList<Question>();
        var contents = heirs.passOn(contentsOf(plan), questions).stream()
                .map(content -> NextYear.of(content, plan.words().year(), year, questions))
                .toList();
        var content = NextYear.of(PlanContent.of(plan, contents), year);
        var draft = Plan.rolledFrom(plan, reach.get(plan.organisationId()), content, actor.id(), clock.instant());
        return new RolledForward(keep(draft, content, "roll-plan-forward", actor, post), List.copyOf(questions));
    }

    private static HeldPost requireDrafting(Plan plan, Actor actor) {
        return Drafters.require(plan.organisationPath(), actor);
    }

    private List<ObligationContent> contentsOf(Plan plan) {
        return obligations.ofPlan(plan.id()).stream().map(ObligationContent::of).toList();
    }

    private Plan keep(Plan draft, PlanContent content, String action, Actor actor, HeldPost post) {
        plans.persist(draft);
        plans.flush();
        var demands = obligations.replace(
                draft.id(), content.obligations(), draft.origin().amendsId());
        outbox.add(PlanEvent.stream(demands), draft, PlanEvent.What.DRAFTED.word());
        audit.record(actor, post, action, "plan", draft.id(), null, PlanView.of(draft));
        return draft;
    }
}
