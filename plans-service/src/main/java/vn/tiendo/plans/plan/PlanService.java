package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.content.SecrecyStamp;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.document.Citations;
import vn.tiendo.plans.document.CitedDocument;
import vn.tiendo.plans.document.DocumentParts;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanProblem.ParentPlanUnknown;
import vn.tiendo.plans.plan.PlanProblem.PlanPeriodReversed;
import vn.tiendo.plans.plan.PlanProblem.UnknownCitedPlan;
import vn.tiendo.plans.plan.PlanRepository.Sight;
import vn.tiendo.plans.theme.ThemeService;

/// Drafts plans and finds them.
@ApplicationScoped
public class PlanService {

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    PlanChanges changes;

    @Inject
    ThemeService themes;

    @Inject
    Citations citations;

    @Inject
    BoundObligations bound;

    @Inject
    Coverage coverage;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @throws vn.tiendo.plans.plan.PlanProblem.PlanNotFound when absent or out of the actor's sight (404)
    Plan get(UUID id, Actor actor) {
        return changes.get(id, actor);
    }

    /// @param within plans of this organisation and of all below it
    List<Plan> list(Actor actor, PlanFilter filter, @Nullable UUID within, PageRequest page) {
        return plans.list(
                Sight.of(actor),
                within == null ? filter : filter.within(reach.get(within).path()),
                page);
    }

    List<Obligation> obligationsOf(UUID id, Actor actor, PageRequest page) {
        return obligations.pageOfPlan(get(id, actor).id(), page);
    }

    @Transactional
    Plan draft(PlanContent content, Actor actor) {
        var organisation = reach.get(content.organisationId(), OrganisationService.readable(actor));
        var post = Drafters.require(organisation.path(), actor);
        requireSound(content, organisation, actor);
        var plan = new Plan(organisation, content, actor.id(), clock.instant());
        plans.persist(plan);
        plans.flush();
        var demands = obligations.replace(
                plan.id(), content.obligations(), plan.origin().amendsId());
        outbox.add(PlanEvent.stream(demands), plan, PlanEvent.What.DRAFTED.word());
        audit.record(actor, post, "draft-plan", "plan", plan.id(), null, PlanView.of(plan));
        return plan;
    }

    @Transactional
    Plan rewrite(UUID id, @Nullable String ifMatch, PlanContent content, Actor actor) {
        var plan = get(id, actor);
        var post = Drafters.require(plan.organisationPath(), actor);
        ETags.requireMatch(ifMatch, plan.version());
        requireSound(content, reach.get(plan.organisationId()), actor);
        return changes.change(plan, ifMatch, "rewrite-plan", actor, post, now -> {
            coverage.letGo(plan);
            plan.rewrite(content, actor.id(), now);
            obligations.replace(plan.id(), content.obligations(), plan.origin().amendsId());
            return PlanEvent.What.DRAFTED;
        });
    }

    private void requireSound(PlanContent content, KnownOrganisation organisation, Actor actor) {
        SecrecyStamp.refuseIn(Stream.of(content.title()));
        if (content.document() != null) {
            SecrecyStamp.refuseIn(content.document().texts());
            requireKnown(content.document(), organisation.path(), actor);
        }
        if (content.periodTo() != null
                && content.periodFrom() != null
                && content.periodTo().isBefore(content.periodFrom())) {
            throw new PlanPeriodReversed();
        }
        if (content.parentPlanId() != null
                && plans.find(content.parentPlanId(), Sight.of(actor)).isEmpty()) {
            throw new ParentPlanUnknown();
        }
        if (content.themeIds() != null && !content.themeIds().isEmpty()) {
            themes.requireReadable(content.themeIds(), organisation.path());
        }
        bound.requireBinding(
                content.obligations().stream()
                        .flatMap(each -> Stream.ofNullable(each.serves()).flatMap(List::stream))
                        .collect(Collectors.toSet()),
                organisation);
    }

    private void requireKnown(DocumentParts parts, String organisationPath, Actor actor) {
        citations.requireKnown(parts, organisationPath);
        var cited = parts.cited().stream()
                .map(CitedDocument::planId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        plans.seenAmong(cited, Sight.of(actor)).forEach(cited::remove);
        if (!cited.isEmpty()) {
            throw new UnknownCitedPlan(cited.first());
        }
    }
}
