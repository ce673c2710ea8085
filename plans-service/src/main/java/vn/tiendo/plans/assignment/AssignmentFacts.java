package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.organisation.SuccessionRepository;
import vn.tiendo.plans.theme.OwnTheme;

/// Settles assignments by facts: plans sent upward, reports, registrations, activities, nominations, themes.
@ApplicationScoped
public class AssignmentFacts {

    @Inject
    AssignmentRepository assignments;

    @Inject
    Outbox outbox;

    @Inject
    SuccessionRepository successions;

    @Inject
    AssignmentHistory history;

    @Inject
    Clock clock;

    /// The organisation has submitted a plan of its own: what it owed by that is in and, unless the superior must
    /// acknowledge it first or it comes back, done.
    ///
    /// @param year that the plan is for; what is owed for other years is another plan's matter
    /// @param first receipt of the plan, before any correction
    @Transactional(Transactional.TxType.MANDATORY)
    public void planSubmitted(UUID organisation, int year, List<Obligation> served, Instant first, Instant receipt) {
        var waiting = served.stream()
                .filter(Obligation::needsAcknowledgement)
                .map(Obligation::id)
                .collect(Collectors.toSet());
        settle(owedByPlan(organisation, year, served, first), "plan", (assignment, ignored) -> {
            var received = assignment.receive(receipt);
            var done = !waiting.contains(assignment.obligationId()) && assignment.accept(receipt);
            return done || received;
        });
    }

    /// The superior has acknowledged the plan: what waited for that is done.
    @Transactional(Transactional.TxType.MANDATORY)
    public void planAcknowledged(UUID organisation, int year, List<Obligation> served, Instant first) {
        settle(owedByPlan(organisation, year, served, first), "plan", Assignment::accept);
    }

    /// @param until first instant that is too late for the corrected plan
    @Transactional(Transactional.TxType.MANDATORY)
    public void planReturned(UUID organisation, int year, List<Obligation> served, Instant first, Instant until) {
        settle(
                owedByPlan(organisation, year, served, first),
                "plan",
                (assignment, ignored) -> assignment.sendBack(until));
    }

    /// Whether an organisation owes another one something that a plan of its own meets. What it demands of
    /// itself, or what bodies below it demand, does not count.
    ///
    /// @param path where the organisation that owes stands
    public boolean isOwedTo(KnownOrganisation recipient, UUID organisation, String path, List<Obligation> served) {
        return !recipient.path().startsWith(path)
                && owedByPlan(organisation, served).stream()
                        .filter(assignment -> !assignment.demand().planPath().startsWith(path))
                        .anyMatch(assignment ->
                                recipient.id().equals(assignment.parties().recipientId()));
    }

    private List<Assignment> owedByPlan(UUID organisation, int year, List<Obligation> served, Instant first) {
        return OfYear.among(owedByPlan(organisation, served), year, first);
    }

    private List<Assignment> owedByPlan(UUID organisation, List<Obligation> served) {
        return assignments
                .allOf(organisation, served.stream().map(Obligation::id).toList())
                .stream()
                .filter(assignment -> assignment.kind().fulfilment() == Fulfilment.PLAN)
                .toList();
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
        settle(owedNow(id), "report", (assignment, now) -> {
            var received = receipt != null && assignment.receive(receipt, returnedUntil, late);
            var settled = returned && returnedUntil != null
                    ? assignment.sendBack(returnedUntil)
                    : accepted && assignment.accept(now);
            return settled || received;
        });
    }

    /// Every member of the organisation who owes a registration is accepted or exempt.
    ///
    /// @param receipt when the last registration that counts came in; where nobody owes one, when that was
    /// found
    @Transactional(Transactional.TxType.MANDATORY)
    public void registrationsComplete(UUID id, Instant receipt) {
        settle(owedNow(id), "registrations", (assignment, now) -> {
            var received = assignment.receive(receipt);
            return assignment.accept(now) || received;
        });
    }

    /// The unit has chosen its own theme for a year: it owes the selection no longer.
    ///
    /// @param asked the obligations that the theme answers
    @Transactional(Transactional.TxType.MANDATORY)
    public void themeChosen(OwnTheme theme, Collection<UUID> asked) {
        settle(
                OfYear.among(assignments.allOf(theme.organisation(), asked), theme.year(), theme.at()),
                "theme",
                (assignment, now) -> ThemeChoices.settle(assignment, theme));
    }

    /// The assignment of its period to which an activity of a day counts, if one is owed: where it is now,
    /// if the organisation passed it on.
    public Optional<UUID> countedBy(UUID organisation, UUID obligation, LocalDate day) {
        return assignments
                .countedBy(organisation, obligation, day)
                .filter(assignment -> assignment.kind().fulfilment() == Fulfilment.ACTIVITIES)
                .map(this::follow)
                .filter(Assignment::isOwed)
                .map(Assignment::id);
    }

    /// Whether what counted to an assignment would still count to it, were it of this day.
    public boolean isOfItsPeriod(UUID id, LocalDate day) {
        return assignments.findById(id).due().spans(day);
    }

    /// Counts an activity to an assignment.
    ///
    /// @param receipt when the server heard last of what counts to it
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(UUID id, Instant receipt) {
        change(owedNow(id), "activity", "counted", (assignment, now) -> assignment.count(1, receipt, now));
    }

    /// Takes an activity off the assignment that it was counted to.
    @Transactional(Transactional.TxType.MANDATORY)
    public void uncount(UUID id) {
        change(owedNow(id), "activity", "counted", (assignment, now) -> assignment.count(-1, now, now));
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

    private List<Assignment> owedNow(UUID id) {
        return assignments.findByIdOptional(id).map(this::follow).stream().toList();
    }

    /// Lets a fact act on assignments, and tells by how each of them stands afterwards what has happened.
    private void settle(List<Assignment> candidates, String fact, BiPredicate<Assignment, Instant> act) {
        change(candidates, fact, AssignmentFacts::wordOf, act);
    }

    private static String wordOf(Assignment assignment) {
        if (assignment.isFulfilled()) {
            return "fulfilled";
        }
        return assignment.receivedAt() == null ? "reopened" : "submitted";
    }

    /// Lets a fact act on assignments; those that it changed are published, and noted in their history.
    void change(List<Assignment> candidates, String fact, String what, BiPredicate<Assignment, Instant> act) {
        change(candidates, fact, any -> what, act);
    }

    private void change(
            List<Assignment> candidates,
            String fact,
            Function<Assignment, String> word,
            BiPredicate<Assignment, Instant> act) {
        var now = clock.instant();
        var settled = candidates.stream().filter(Assignment::isSettled).collect(Collectors.toSet());
        var changed = candidates.stream()
                .filter(assignment -> act.test(assignment, now))
                .toList();
        changed.stream().collect(Collectors.groupingBy(word)).forEach((what, some) -> {
            history.note(fact, some, what);
            outbox.addAll(Assignment.STREAM, some, what);
        });
        var reopened = changed.stream()
                .filter(assignment -> settled.contains(assignment) && !assignment.isSettled())
                .map(Assignment::organisationId)
                .collect(Collectors.toSet());
        if (!reopened.isEmpty()) {
            successions.passOnAgain(reopened);
        }
    }
}
