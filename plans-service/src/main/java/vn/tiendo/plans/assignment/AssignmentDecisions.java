package vn.tiendo.plans.assignment;

import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.Assignment.Heir;
import vn.tiendo.plans.assignment.AssignmentApi.AssignmentView;
import vn.tiendo.plans.assignment.AssignmentApi.Extension;
import vn.tiendo.plans.assignment.AssignmentApi.Mark;
import vn.tiendo.plans.assignment.AssignmentApi.Transferral;
import vn.tiendo.plans.assignment.AssignmentApi.WaiverOfMany;
import vn.tiendo.plans.assignment.AssignmentApi.WaiverOutcome;
import vn.tiendo.plans.assignment.AssignmentApi.WaiverOutcomes;
import vn.tiendo.plans.assignment.AssignmentProblem.AlreadyOwedThere;
import vn.tiendo.plans.assignment.AssignmentProblem.MembersStay;
import vn.tiendo.plans.assignment.AssignmentProblem.TransferOutsideIssuer;
import vn.tiendo.plans.assignment.AssignmentProblem.UnknownEvidence;
import vn.tiendo.plans.assignment.AssignmentProblem.WaiverUnbounded;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.ObligationKind.Opens;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.OrganisationService;

/// What those who speak for the issuer of a plan decide about single assignments: a debtor never lets itself off.
@ApplicationScoped
public class AssignmentDecisions {

    @Inject
    AssignmentService service;

    @Inject
    AssignmentRepository assignments;

    @Inject
    AssignmentHistory history;

    @Inject
    Binding binding;

    @Inject
    ObligationService obligations;

    @Inject
    OrganisationService organisations;

    @Inject
    ReachRepository reach;

    @Inject
    @All
    List<EvidenceSource> evidence;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    Assignment fulfil(UUID id, @Nullable String ifMatch, Mark mark, Actor actor) {
        requireSeen(mark.evidenceGiven(), actor);
        return decide(
                id,
                ifMatch,
                actor,
                "fulfil-assignment",
                "fulfilled",
                COMMITTEE_OFFICER,
                assignment -> assignment.markFulfilled(
                        mark.reason(), mark.statedOn(), mark.evidenceGiven(), clock.instant()));
    }

    @Transactional
    Assignment unfulfil(UUID id, @Nullable String ifMatch, String reason, Actor actor) {
        var reopened = decide(
                id,
                ifMatch,
                actor,
                "undo-fulfilment",
                "reopened",
                COMMITTEE_OFFICER,
                assignment -> assignment.unmark(reason));
        if (!reopened.isSettled()) {
            service.passOnWhatEndedOnesHave(List.of(reopened));
        }
        return reopened;
    }

    @Transactional
    Assignment waive(UUID id, @Nullable String ifMatch, String reason, Actor actor) {
        return decide(
                id,
                ifMatch,
                actor,
                "waive-assignment",
                "waived",
                COMMITTEE_LEADER,
                assignment -> assignment.waive(reason, clock.instant()));
    }

    @Transactional
    Assignment extend(UUID id, @Nullable String ifMatch, Extension extension, Actor actor) {
        return decide(
                id,
                ifMatch,
                actor,
                "extend-assignment",
                "extended",
                COMMITTEE_LEADER,
                assignment -> assignment.extend(
                        extension.lastDay(),
                        extension.reason(),
                        organisations.longestExtension(assignment.demand().planPath()),
                        clock.instant()));
    }

    /// Waives one page of open assignments; the rest by the cursor that the answer gives.
    ///
    /// @throws WaiverUnbounded when neither a plan nor an obligation is named
    @Transactional
    WaiverOutcomes waiveMany(WaiverOfMany request, @Nullable String below, PageRequest page, Actor actor) {
        if (request.plan() == null && request.obligation() == null) {
            throw new WaiverUnbounded();
        }
        var now = clock.instant();
        var found = assignments.list(AssignmentService.readable(actor), request.filter(below), page, now);
        var more = found.size() > page.limit();
        var some = more ? found.subList(0, page.limit()) : found;
        var outcomes = new ArrayList<WaiverOutcome>();
        var waived = new ArrayList<Assignment>();
        for (var assignment : some) {
            try {
                var post = actor.require(assignment.demand().planPath(), COMMITTEE_LEADER);
                var before = AssignmentView.of(assignment, now);
                assignment.waive(request.reason(), now);
                history.note(actor, assignment, "waived");
                audit.record(
                        actor,
                        post,
                        "waive-assignment",
                        "assignment",
                        assignment.id(),
                        before,
                        AssignmentView.of(assignment, now));
                waived.add(assignment);
                outcomes.add(WaiverOutcome.waived(assignment));
            } catch (KitProblem.RoleRequired | AssignmentProblem refusal) {
                outcomes.add(WaiverOutcome.refused(assignment, ((DomainProblem) refusal).code()));
            }
        }
        outbox.addAll(Assignment.STREAM, waived, "waived");
        return new WaiverOutcomes(
                outcomes,
                waived.size(),
                more ? AssignmentListing.byDue(some.getLast()).encode() : null);
    }

    /// Passes an open assignment on to another organisation below the issuer; both keep the trace.
    ///
    /// @return the assignment that the other organisation owes from now on
    @Transactional
    Assignment transfer(UUID id, @Nullable String ifMatch, Transferral request, Actor actor) {
        var left = service.get(id, actor);
        var post = actor.require(left.demand().planPath(), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, left.version());
        var now = clock.instant();
        var to = reach.get(request.organisationId());
        if (!to.path().startsWith(left.demand().planPath()) || !to.isValidOn(Days.dayOf(now))) {
            throw new TransferOutsideIssuer();
        }
        if (left.demand().opens() == Opens.CAMPAIGN) {
            throw new MembersStay();
        }
        if (assignments.isOwed(to.id(), left.obligationId(), left.occurrence())) {
            throw new AlreadyOwedThere();
        }
        var obligation = obligations.find(left.obligationId()).orElseThrow();
        var before = AssignmentView.of(left, now);
        var debtor = new Debtor(to.id(), to.parent().orElse(null), to.path());
        var heir = new Heir(to.id(), to.path(), service.partiesOf(obligation, debtor));
        var taken = left.transferTo(heir, null, request.reason(), now);
        assignments.persist(taken);
        binding.bind(Map.of(obligation, List.of(debtor)));
        history.note(actor, left, "transferred");
        history.note(actor, taken, "opened");
        outbox.add(Assignment.STREAM, taken, "opened");
        outbox.add(Assignment.STREAM, left, "transferred");
        audit.record(actor, post, "transfer-assignment", "assignment", id, before, AssignmentView.of(left, now));
        return taken;
    }

    private Assignment decide(
            UUID id,
            @Nullable String ifMatch,
            Actor actor,
            String action,
            String what,
            Role role,
            Consumer<Assignment> act) {
        var assignment = service.get(id, actor);
        var post = actor.require(assignment.demand().planPath(), role);
        ETags.requireMatch(ifMatch, assignment.version());
        var before = AssignmentView.of(assignment, clock.instant());
        act.accept(assignment);
        history.note(actor, assignment, what);
        outbox.add(Assignment.STREAM, assignment, what);
        audit.record(actor, post, action, "assignment", id, before, AssignmentView.of(assignment, clock.instant()));
        return assignment;
    }

    /// @throws UnknownEvidence when something is pointed to that is not here, or not for the actor to see
    private void requireSeen(List<Evidence> given, Actor actor) {
        for (var kind : Evidence.Kind.values()) {
            var ids = given.stream()
                    .filter(each -> each.kind() == kind)
                    .map(Evidence::id)
                    .toList();
            var seen = new HashSet<UUID>();
            evidence.stream()
                    .filter(source -> source.kind() == kind && !ids.isEmpty())
                    .forEach(source -> seen.addAll(source.seenBy(actor, ids)));
            ids.stream().filter(one -> !seen.contains(one)).findFirst().ifPresent(unknown -> {
                throw new UnknownEvidence(unknown);
            });
        }
    }
}
