package vn.tiendo.plans.plan;

import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.PlanProblem.DeadlineBeforeIssue;

/// The downward axis: a draft is adopted, issued, and one day closed or recalled.
@ApplicationScoped
class PlanIssuing {

    @Inject
    PlanChanges changes;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    BreakthroughQuotas quotas;

    @Inject
    Coverage coverage;

    @Inject
    BindingRepository bindings;

    @Inject
    OrganisationService organisations;

    @Inject
    DebtorRepository debtors;

    @Inject
    DeadlineReading reading;

    @Inject
    BackgroundTasks background;

    @Transactional
    Plan adopt(UUID id, @Nullable String ifMatch, Adoption vote, Actor actor) {
        var plan = changes.get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        changes.change(plan, ifMatch, "adopt-plan", actor, post, now -> {
            var what = plan.adopt(vote, actor.id(), now);
            quotas.requireMet(plan);
            return what;
        });
        coverage.takeIn(plan);
        return plan;
    }

    /// The assignments are opened in the background, batch by batch; `assignmentsOpenedAt` tells when all are. An
    /// amendment takes the place of the plan that it amends in the same transaction.
    @Transactional
    Plan issue(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = changes.get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, plan.version());
        var namedDayCounts = organisations.beforeDateIncludesNamedDay(plan.organisationPath());
        changes.change(plan, ifMatch, "issue-plan", actor, post, now -> {
            var what = plan.issue(namedDayCounts, now);
            requireNothingPast(plan);
            return what;
        });
        bindings.begin(plan.id());
        if (plan.origin().amendsId() != null) {
            supersede(plans.findById(plan.origin().amendsId()), plan, actor, post);
        }
        wakeAll();
        return plan;
    }

    private void supersede(Plan amended, Plan amendment, Actor actor, HeldPost post) {
        changes.change(amended, "*", "supersede-plan", actor, post, now -> amended.supersede(amendment.id(), now));
        coverage.letGo(amended);
    }

    private void requireNothingPast(Plan plan) {
        var replaced = plan.origin().amendsId() == null
                ? List.<Obligation>of()
                : obligations.ofPlan(plan.origin().amendsId());
        var past = PastDeadlines.of(
                obligations.ofPlan(plan.id()),
                each -> readings(plan, each),
                Objects.requireNonNull(plan.words().issueDate()),
                replaced.stream().collect(Collectors.toMap(Obligation::id, each -> each)));
        if (!past.isEmpty()) {
            throw new DeadlineBeforeIssue(
                    String.join(", ", past), Objects.requireNonNull(plan.words().issueDate()));
        }
    }

    /// As the issuer reads it, and each level of debtors that has less time.
    private List<List<Occurrence>> readings(Plan plan, Obligation obligation) {
        var read = reading.of(plan, obligation);
        if (obligation.slack() == null) {
            return List.of(read.apply(plan.organisationPath()));
        }
        return debtors
                .onePathPerLevel(
                        obligation.debtors(),
                        plan.organisationId(),
                        Objects.requireNonNull(plan.words().issueDate()))
                .stream()
                .map(read)
                .toList();
    }

    @Transactional
    Plan close(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = changes.get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        changes.change(plan, ifMatch, "close-plan", actor, post, plan::close);
        wakeAll();
        return plan;
    }

    /// What is open is waived in the background with the recall as its reason.
    @Transactional
    Plan recall(UUID id, @Nullable String ifMatch, String reason, Actor actor) {
        var plan = changes.get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        changes.change(plan, ifMatch, "recall-plan", actor, post, now -> plan.recall(reason, now));
        coverage.letGo(plan);
        wakeAll();
        return plan;
    }

    private void wakeAll() {
        background.wake(PlanBinding.NAME);
        background.wake(AssignmentOpening.NAME);
    }
}
