package vn.tiendo.plans.plan;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.kit.security.Role.MEMBER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.document.Citations;
import vn.tiendo.plans.document.CitedDocument;
import vn.tiendo.plans.document.DocumentParts;
import vn.tiendo.plans.document.SecrecyStamp;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanApi.PlanReturn;
import vn.tiendo.plans.plan.PlanApi.PlanSubmission;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanProblem.NoSuperior;
import vn.tiendo.plans.plan.PlanProblem.ParentPlanUnknown;
import vn.tiendo.plans.plan.PlanProblem.PlanNotFound;
import vn.tiendo.plans.plan.PlanProblem.PlanPeriodReversed;
import vn.tiendo.plans.plan.PlanProblem.ReturnDateTooEarly;
import vn.tiendo.plans.plan.PlanProblem.UnknownCitedPlan;
import vn.tiendo.plans.plan.PlanRepository.Sight;
import vn.tiendo.plans.theme.ThemeService;

/// The commands on plans.
@ApplicationScoped
public class PlanService {

    /// A return that names no date gives this many working days.
    private static final int DAYS_TO_CORRECT = 5;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    OrganisationService organisations;

    @Inject
    ThemeService themes;

    @Inject
    Citations citations;

    @Inject
    CalendarService calendar;

    @Inject
    ReachRepository reach;

    @Inject
    BackgroundTasks background;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private static Sight sightOf(Actor actor) {
        var work = actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
        var bound = actor.reach(
                MEMBER, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
        return new Sight(work, bound);
    }

    /// @throws PlanNotFound when absent or out of the actor's sight (404)
    Plan get(UUID id, Actor actor) {
        return plans.find(id, sightOf(actor)).orElseThrow(PlanNotFound::new);
    }

    List<Plan> list(
            Actor actor,
            @Nullable UUID organisation,
            @Nullable Integer year,
            @Nullable PlanStatus status,
            PageRequest page) {
        return plans.list(sightOf(actor), organisation, year, status, page);
    }

    List<Obligation> obligationsOf(UUID id, Actor actor, PageRequest page) {
        return obligations.pageOfPlan(get(id, actor).id(), page);
    }

    @Transactional
    Plan draft(PlanContent content, Actor actor) {
        var organisation = reach.get(
                content.organisationId(),
                actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR));
        var post = actor.require(organisation.path(), COMMITTEE_OFFICER, CELL_SECRETARY, COMMITTEE_LEADER);
        requireSound(content, organisation.path(), actor);
        var plan = new Plan(organisation, content, actor.id(), clock.instant());
        plans.persist(plan);
        plans.flush();
        var demands = obligations.replace(plan.id(), content.obligations());
        outbox.add(PlanEvent.stream(demands), plan, PlanEvent.What.DRAFTED.word());
        audit.record(actor, post, "draft-plan", "plan", plan.id(), null, PlanView.of(plan));
        return plan;
    }

    @Transactional
    Plan rewrite(UUID id, @Nullable String ifMatch, PlanContent content, Actor actor) {
        var plan = get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_OFFICER, CELL_SECRETARY, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, plan.version());
        requireSound(content, plan.organisationPath(), actor);
        var before = PlanView.of(plan);
        plan.rewrite(content, actor.id());
        var demands = obligations.replace(plan.id(), content.obligations());
        outbox.add(PlanEvent.stream(demands), plan, PlanEvent.What.DRAFTED.word());
        audit.record(actor, post, "rewrite-plan", "plan", id, before, PlanView.of(plan));
        return plan;
    }

    private void requireSound(PlanContent content, String organisationPath, Actor actor) {
        SecrecyStamp.refuseIn(Stream.of(content.title()));
        if (content.document() != null) {
            SecrecyStamp.refuseIn(content.document().texts());
            requireKnown(content.document(), organisationPath, actor);
        }
        if (content.periodTo() != null
                && content.periodFrom() != null
                && content.periodTo().isBefore(content.periodFrom())) {
            throw new PlanPeriodReversed();
        }
        if (content.parentPlanId() != null
                && plans.find(content.parentPlanId(), sightOf(actor)).isEmpty()) {
            throw new ParentPlanUnknown();
        }
        if (content.themeIds() != null && !content.themeIds().isEmpty()) {
            themes.requireReadable(content.themeIds(), organisationPath);
        }
    }

    private void requireKnown(DocumentParts parts, String organisationPath, Actor actor) {
        citations.requireKnown(parts, organisationPath);
        var cited = parts.cited().stream()
                .map(CitedDocument::planId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        plans.seenAmong(cited, sightOf(actor)).forEach(cited::remove);
        if (!cited.isEmpty()) {
            throw new UnknownCitedPlan(cited.first());
        }
    }

    @Transactional
    Plan adopt(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        return change(plan, ifMatch, "adopt-plan", actor, post, now -> plan.adopt(actor.id(), now));
    }

    /// The assignments are opened in the background, batch by batch; `assignmentsOpenedAt` tells when all are.
    @Transactional
    Plan issue(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        var namedDayCounts = organisations.beforeDateIncludesNamedDay(plan.organisationPath());
        change(plan, ifMatch, "issue-plan", actor, post, now -> plan.issue(namedDayCounts, now));
        background.wake(AssignmentOpening.NAME);
        return plan;
    }

    @Transactional
    Plan submit(UUID id, @Nullable String ifMatch, PlanSubmission submission, Actor actor) {
        var plan = get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_OFFICER, CELL_SECRETARY, COMMITTEE_LEADER);
        var to = superior(plan, submission.toOrganisationId());
        var via = submission.viaOrganisationId() == null ? null : reach.get(submission.viaOrganisationId());
        change(plan, ifMatch, "submit-plan", actor, post, now -> plan.submit(to, via, now));
        assignments.planSubmitted(
                plan.organisationId(),
                plan.parentPlanId(),
                plan.serves(),
                Objects.requireNonNull(plan.submission().submittedAt()));
        return plan;
    }

    private KnownOrganisation superior(Plan plan, @Nullable UUID named) {
        return named != null
                ? reach.get(named)
                : reach.get(plan.organisationId()).parent().flatMap(reach::find).orElseThrow(NoSuperior::new);
    }

    @Transactional
    Plan acknowledge(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = get(id, actor);
        var post = requireRecipient(plan, actor);
        return change(plan, ifMatch, "acknowledge-plan", actor, post, plan::acknowledge);
    }

    @Transactional
    Plan sendBack(UUID id, @Nullable String ifMatch, PlanReturn request, Actor actor) {
        var plan = get(id, actor);
        var post = requireRecipient(plan, actor);
        var until = returnDate(request);
        change(plan, ifMatch, "return-plan", actor, post, now -> plan.sendBack(request.reason(), until, now));
        assignments.planReturned(plan.organisationId(), plan.parentPlanId(), plan.serves(), until);
        return plan;
    }

    private Instant returnDate(PlanReturn request) {
        var today = Days.dayOf(clock.instant());
        if (request.until() == null) {
            return Days.endOf(calendar.workingDays().plus(today, DAYS_TO_CORRECT));
        }
        if (request.until().isBefore(today)) {
            throw new ReturnDateTooEarly();
        }
        return Days.endOf(request.until());
    }

    /// Only those who speak for the organisation that the plan was submitted to judge it.
    private static HeldPost requireRecipient(Plan plan, Actor actor) {
        if (plan.submission().submittedToPath() == null) {
            throw new PlanProblem.WrongSubmissionStatus(plan.submission().status(), SubmissionStatus.SUBMITTED);
        }
        return actor.posts().stream()
                .filter(post -> post.organisationId().equals(plan.submission().submittedToId())
                        && (post.role() == COMMITTEE_OFFICER || post.role() == COMMITTEE_LEADER))
                .findFirst()
                .orElseThrow(() -> new KitProblem.RoleRequired("committee-officer, committee-leader"));
    }

    @Transactional
    Plan close(UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = get(id, actor);
        var post = actor.require(plan.organisationPath(), COMMITTEE_LEADER);
        change(plan, ifMatch, "close-plan", actor, post, plan::close);
        background.wake(AssignmentOpening.NAME);
        return plan;
    }

    private Plan change(
            Plan plan,
            @Nullable String ifMatch,
            String action,
            Actor actor,
            HeldPost post,
            Function<Instant, PlanEvent.What> act) {
        ETags.requireMatch(ifMatch, plan.version());
        var before = PlanView.of(plan);
        var what = act.apply(clock.instant());
        outbox.add(PlanEvent.stream(obligations.ofPlan(plan.id())), plan, what.word());
        audit.record(actor, post, action, "plan", plan.id(), before, PlanView.of(plan));
        return plan;
    }
}
