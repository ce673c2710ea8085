package vn.tiendo.plans.assignment;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.Assignment.Parties;
import vn.tiendo.plans.assignment.AssignmentProblem.AssignmentNotFound;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.organisation.SuccessionRepository;

/// Opens assignments, settles them by facts, and lets superiors settle them by hand.
@ApplicationScoped
public class AssignmentService {

    /// What makes an assignment the only one of its kind.
    public record Owed(UUID obligation, UUID organisation, String occurrence) {}

    @Inject
    AssignmentRepository assignments;

    @Inject
    ReachRepository organisations;

    @Inject
    Outbox outbox;

    @Inject
    NominationCounting nominations;

    @Inject
    SuccessionRepository successions;

    @Inject
    AssignmentHistory history;

    @Inject
    Clock clock;

    static Reach readable(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }

    Assignment get(UUID id, Actor actor) {
        return assignments.find(id, readable(actor)).orElseThrow(AssignmentNotFound::new);
    }

    /// For explanations of a deadline; whoever may see the assignment may see how its date came about.
    public Assignment seenBy(UUID id, Actor actor) {
        return get(id, actor);
    }

    /// Those of some assignments that are open and depend on something overdue.
    Set<UUID> atRisk(Collection<Assignment> some) {
        return assignments.atRisk(
                some.stream()
                        .filter(assignment -> !assignment.isSettled())
                        .map(Assignment::id)
                        .toList(),
                clock.instant());
    }

    List<AssignmentChange> historyOf(UUID id, Actor actor, PageRequest page) {
        return history.of(get(id, actor).id(), page);
    }

    List<Assignment> list(Actor actor, AssignmentFilter filter, PageRequest page) {
        return assignments.list(readable(actor), filter, page, clock.instant());
    }

    /// Opens one page of debtors of an obligation: one assignment per debtor and occurrence, but none a second time.
    ///
    /// @param occurrences what a debtor owes and when; levels of one plan may have dates of their own
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(
            Obligation obligation,
            String planPath,
            List<Debtor> debtors,
            Function<Debtor, List<Occurrence>> occurrences) {
        var paths = new HashMap<UUID, Optional<String>>();
        var now = clock.instant();
        var opened = new ArrayList<Assignment>();
        var owed = owed(
                List.of(obligation.id()),
                debtors.stream().map(Debtor::organisationId).toList());
        for (var debtor : debtors) {
            var parties = partiesOf(obligation, debtor, paths);
            for (var occurrence : occurrences.apply(debtor)) {
                if (owed.contains(new Owed(obligation.id(), debtor.organisationId(), occurrence.label()))) {
                    continue;
                }
                opened.add(new Assignment(obligation, planPath, debtor, occurrence, parties, now));
            }
        }
        nominations.startWith(obligation, opened, now);
        opened.forEach(assignments::persist);
        outbox.addAll(Assignment.STREAM, opened, "opened");
    }

    /// What organisations owe, or owed, of some obligations.
    public Set<Owed> owed(Collection<UUID> obligations, Collection<UUID> organisations) {
        return obligations.isEmpty() || organisations.isEmpty()
                ? Set.of()
                : assignments.owed(obligations, organisations);
    }

    Parties partiesOf(Obligation obligation, Debtor debtor) {
        return partiesOf(obligation, debtor, new HashMap<>());
    }

    /// @param paths where organisations stand that have been looked up before
    Parties partiesOf(Obligation obligation, Debtor debtor, Map<UUID, Optional<String>> paths) {
        var via = obligation.viaOrganisationId();
        if (obligation.recipientIsParent()) {
            return new Parties(debtor.parentId(), debtor.parentPath(), via, pathOf(via, paths));
        }
        var recipient = obligation.recipientOrganisationId();
        return new Parties(recipient, pathOf(recipient, paths), via, pathOf(via, paths));
    }

    private @Nullable String pathOf(@Nullable UUID organisation, Map<UUID, Optional<String>> paths) {
        return organisation == null
                ? null
                : paths.computeIfAbsent(
                                organisation, id -> organisations.find(id).map(KnownOrganisation::path))
                        .orElse(null);
    }

    /// The organisation has submitted a plan of its own: what it owed by that is in and, unless the superior must
    /// acknowledge it first or it comes back, done.
    @Transactional(Transactional.TxType.MANDATORY)
    public void planSubmitted(UUID organisation, List<Obligation> served, Instant receipt) {
        var waiting = served.stream()
                .filter(Obligation::needsAcknowledgement)
                .map(Obligation::id)
                .collect(Collectors.toSet());
        change(owedByPlan(organisation, served), "plan", "fulfilled", (assignment, ignored) -> {
            var received = assignment.receive(receipt);
            var done = !waiting.contains(assignment.obligationId()) && assignment.accept(receipt);
            return done || received;
        });
    }

    /// The superior has acknowledged the plan: what waited for that is done.
    @Transactional(Transactional.TxType.MANDATORY)
    public void planAcknowledged(UUID organisation, List<Obligation> served) {
        change(owedByPlan(organisation, served), "plan", "fulfilled", Assignment::accept);
    }

    /// @param until first instant that is too late for the corrected plan
    @Transactional(Transactional.TxType.MANDATORY)
    public void planReturned(UUID organisation, List<Obligation> served, Instant until) {
        change(
                owedByPlan(organisation, served),
                "plan",
                "reopened",
                (assignment, ignored) -> assignment.sendBack(until));
    }

    private List<Assignment> owedByPlan(UUID organisation, List<Obligation> served) {
        return assignments
                .openOf(organisation, served.stream().map(Obligation::id).toList())
                .stream()
                .filter(assignment -> assignment.kind().fulfilment() == Fulfilment.PLAN)
                .toList();
    }

    /// Those of some obligations of which the organisation has an assignment.
    public Set<UUID> owedAmong(UUID organisation, Collection<UUID> obligations) {
        return obligations.isEmpty() ? Set.of() : assignments.owedAmong(organisation, obligations);
    }

    /// The state of a report as reporting-service tells it.
    ///
    /// @param receipt when the version that is in came in; null while nothing is in
    /// @param returnedUntil first instant that is too late for a corrected version; stays after the correction
    /// @param late what the keeper of reports says of the version that is in, for when a return was never seen here
    @Transactional(Transactional.TxType.MANDATORY)
    public void reportChanged(
            UUID id,
            @Nullable Instant receipt,
            boolean accepted,
            boolean returned,
            @Nullable Instant returnedUntil,
            @Nullable Boolean late) {
        settle(id, "report", (assignment, now) -> {
            var received = receipt != null && assignment.receive(receipt, returnedUntil, late);
            var settled = returned && returnedUntil != null
                    ? assignment.sendBack(returnedUntil)
                    : accepted && assignment.accept(now);
            return settled || received;
        });
    }

    /// Every member of the organisation who owes a registration is accepted or exempt.
    ///
    /// @param receipt when the last registration that counts came in; null for an empty roster
    @Transactional(Transactional.TxType.MANDATORY)
    public void registrationsComplete(UUID id, @Nullable Instant receipt) {
        settle(id, "registrations", (assignment, now) -> {
            var received = assignment.receive(receipt == null ? now : receipt);
            return assignment.accept(now) || received;
        });
    }

    /// Counts an activity to the assignment of its period, if there is one.
    ///
    /// @param change 1 when held, -1 when cancelled
    /// @return the assignment that it counts to
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> count(UUID organisation, UUID obligation, LocalDate day, int change) {
        var counted = assignments
                .countedBy(organisation, obligation, day)
                .filter(assignment -> assignment.kind().fulfilment() == Fulfilment.ACTIVITIES);
        change(counted.stream().toList(), "activity", "counted", (assignment, now) -> assignment.count(change, now));
        return counted.map(Assignment::id);
    }

    /// Takes an activity off the assignment that it was counted to.
    @Transactional(Transactional.TxType.MANDATORY)
    public void uncount(UUID id) {
        settle(id, "activity", (assignment, now) -> assignment.count(-1, now));
    }

    /// Who owes it now: the assignment itself, or the one at the end of its transfers.
    Assignment heirOf(Assignment assignment) {
        var heir = assignment;
        for (var next = heir.transfer().toAssignmentId();
                next != null;
                next = heir.transfer().toAssignmentId()) {
            heir = assignments.findById(next);
        }
        return heir;
    }

    /// Facts about an assignment that another organisation took over are facts about what was opened there instead,
    /// but not about what that organisation owed already.
    private Assignment follow(Assignment assignment) {
        var current = assignment;
        while (current.transfer().toAssignmentId() != null) {
            var next = assignments.findById(current.transfer().toAssignmentId());
            if (!current.id().equals(next.transfer().fromAssignmentId())) {
                return current;
            }
            current = next;
        }
        return current;
    }

    /// Sets what counts to assignments by nominations.
    @Transactional(Transactional.TxType.MANDATORY)
    void countAll(Map<Assignment, List<Instant>> receipts) {
        change(
                List.copyOf(receipts.keySet()),
                "nominations",
                "counted",
                (assignment, now) -> assignment.countAll(receipts.getOrDefault(assignment, List.of()), now));
    }

    private void settle(UUID id, String fact, BiPredicate<Assignment, Instant> act) {
        change(assignments.findByIdOptional(id).map(this::follow).stream().toList(), fact, "fulfilled", act);
    }

    private void change(List<Assignment> candidates, String fact, String what, BiPredicate<Assignment, Instant> act) {
        var now = clock.instant();
        var settled = candidates.stream().filter(Assignment::isSettled).collect(Collectors.toSet());
        var changed = candidates.stream()
                .filter(assignment -> act.test(assignment, now))
                .toList();
        history.note(fact, changed, what);
        outbox.addAll(Assignment.STREAM, changed, what);
        var reopened = changed.stream()
                .filter(assignment -> settled.contains(assignment) && !assignment.isSettled())
                .map(Assignment::organisationId)
                .collect(Collectors.toSet());
        if (!reopened.isEmpty()) {
            successions.passOnAgain(reopened);
        }
    }

    /// The last day of an assignment as the calendar gave it, and as it gives it now.
    public record CalendarMove(UUID assignment, LocalDate from, Occurrence to) {}

    /// Moves the days of open assignments that follow the calendar.
    ///
    /// @return those that moved; settled ones and days set by hand stay
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CalendarMove> followCalendar(List<CalendarMove> moves) {
        var found = new HashMap<UUID, Assignment>();
        assignments
                .list("id in ?1", moves.stream().map(CalendarMove::assignment).toList())
                .forEach(assignment -> found.put(assignment.id(), assignment));
        var moved = moves.stream()
                .filter(move -> found.containsKey(move.assignment)
                        && found.get(move.assignment).followCalendar(move.from, move.to))
                .toList();
        var changed = moved.stream().map(move -> found.get(move.assignment)).toList();
        history.note("calendar", changed, "rescheduled");
        outbox.addAll(Assignment.STREAM, changed, "rescheduled");
        return moved;
    }

    /// Closes a bounded number of a plan's assignments.
    ///
    /// @param why kept with those that were open and are owed no more
    /// @return whether there may be more
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean closeSome(UUID plan, @Nullable String why, int limit) {
        var some = assignments.toClose(plan, limit);
        change(some, "plan", "closed", (assignment, now) -> assignment.close(why, now));
        return some.size() == limit;
    }
}
