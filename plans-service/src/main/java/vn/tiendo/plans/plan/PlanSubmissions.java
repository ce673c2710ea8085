package vn.tiendo.plans.plan;

import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.AssignmentFacts;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.plan.PlanApi.PlanReturn;
import vn.tiendo.plans.plan.PlanApi.PlanSubmission;
import vn.tiendo.plans.plan.PlanProblem.NoSuperior;
import vn.tiendo.plans.plan.PlanProblem.NotSentThroughAnybody;
import vn.tiendo.plans.plan.PlanProblem.NotTheSuperior;
import vn.tiendo.plans.plan.PlanProblem.ReturnDateTooEarly;
import vn.tiendo.plans.plan.PlanProblem.WrongSubmissionStatus;

/// The upward axis: a plan is sent to a superior, perhaps through another body, and acknowledged or returned.
@ApplicationScoped
class PlanSubmissions {

    /// A return that names no date gives this many working days.
    private static final int DAYS_TO_CORRECT = 5;

    @Inject
    PlanChanges changes;

    @Inject
    MetDemands demands;

    @Inject
    AssignmentFacts assignments;

    @Inject
    CalendarService calendar;

    @Inject
    ReachRepository reach;

    @Inject
    Clock clock;

    @Transactional
    Plan submit(UUID id, @Nullable String ifMatch, PlanSubmission submission, Actor actor) {
        var plan = changes.get(id, actor);
        var post = Drafters.require(plan.organisationPath(), actor);
        var met = demands.of(plan);
        var to = superior(plan, submission.toOrganisationId(), met);
        var via = submission.viaOrganisationId() == null ? null : reach.get(submission.viaOrganisationId());
        changes.change(plan, ifMatch, "submit-plan", actor, post, now -> plan.submit(to, via, now));
        assignments.planSubmitted(
                plan.organisationId(),
                plan.words().year(),
                met,
                plan.submission().firstSubmittedAt(),
                Objects.requireNonNull(plan.submission().submittedAt()));
        return plan;
    }

    /// Whoever is named stands above the organisation or is owed something that the plan meets: no debtor
    /// acknowledges its own plan.
    private KnownOrganisation superior(Plan plan, @Nullable UUID named, List<Obligation> met) {
        if (named == null) {
            return reach.get(plan.organisationId())
                    .parent()
                    .flatMap(reach::find)
                    .orElseThrow(NoSuperior::new);
        }
        var to = reach.get(named);
        var owner = plan.organisationPath();
        var above = owner.startsWith(to.path()) && !owner.equals(to.path());
        if (!to.isValidOn(Days.dayOf(clock.instant()))
                || !(above || assignments.isOwedTo(to, plan.organisationId(), owner, met))) {
            throw new NotTheSuperior();
        }
        return to;
    }

    /// The body in between passes the plan on to the superior; that it did is kept.
    @Transactional
    Plan forward(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = changes.get(id, actor);
        var via = plan.submission().submittedViaId();
        if (via == null) {
            throw new NotSentThroughAnybody();
        }
        return changes.change(plan, ifMatch, "forward-plan", actor, speaksFor(via, actor), plan::forward);
    }

    @Transactional
    Plan acknowledge(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = changes.get(id, actor);
        var post = speaksForRecipient(plan, actor);
        changes.change(plan, ifMatch, "acknowledge-plan", actor, post, plan::acknowledge);
        assignments.planAcknowledged(
                plan.organisationId(),
                plan.words().year(),
                demands.of(plan),
                plan.submission().firstSubmittedAt());
        return plan;
    }

    @Transactional
    Plan sendBack(UUID id, @Nullable String ifMatch, PlanReturn request, Actor actor) {
        var plan = changes.get(id, actor);
        var post = speaksForRecipient(plan, actor);
        var until = returnDate(request, plan.organisationPath());
        changes.change(plan, ifMatch, "return-plan", actor, post, now -> plan.sendBack(request.reason(), until, now));
        assignments.planReturned(
                plan.organisationId(),
                plan.words().year(),
                demands.of(plan),
                plan.submission().firstSubmittedAt(),
                until);
        return plan;
    }

    /// @param path of the unit that corrects it, whose closures are no working days
    private Instant returnDate(PlanReturn request, String path) {
        var today = Days.dayOf(clock.instant());
        if (request.until() == null) {
            return Days.endOf(calendar.layers().at(path).plus(today, DAYS_TO_CORRECT));
        }
        if (request.until().isBefore(today)) {
            throw new ReturnDateTooEarly();
        }
        return Days.endOf(request.until());
    }

    private static HeldPost speaksForRecipient(Plan plan, Actor actor) {
        var recipient = plan.submission().submittedToId();
        if (recipient == null) {
            throw new WrongSubmissionStatus(plan.submission().status(), SubmissionStatus.SUBMITTED);
        }
        return speaksFor(recipient, actor);
    }

    /// Only those who hold a post at the organisation itself speak for it, not those above.
    private static HeldPost speaksFor(UUID organisation, Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.organisationId().equals(organisation)
                        && (post.role() == COMMITTEE_OFFICER || post.role() == COMMITTEE_LEADER))
                .findFirst()
                .orElseThrow(() -> new KitProblem.RoleRequired("committee-officer, committee-leader"));
    }
}
