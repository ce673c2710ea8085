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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.AssignmentProblem.AssignmentNotFound;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.organisation.SuccessionRepository;

/// Opens assignments, finds them, and moves or closes them with their plan and the calendar.
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
    ThemeChoices choices;

    @Inject
    AssignmentFacts facts;

    @Inject
    AssignmentHistory history;

    @Inject
    SuccessionRepository successions;

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
        choices.startWith(obligation, opened);
        opened.forEach(assignments::persist);
        outbox.addAll(Assignment.STREAM, opened, "opened");
        passOnWhatEndedOnesHave(opened);
    }

    /// A document may be older than the tree: what is owed by, to or through an organisation that has ended
    /// since passes on like the rest of what it left.
    void passOnWhatEndedOnesHave(Collection<Assignment> some) {
        var concerned = some.stream()
                .flatMap(assignment -> Stream.<@Nullable UUID>of(
                        assignment.organisationId(),
                        assignment.parties().recipientId(),
                        assignment.parties().viaId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!concerned.isEmpty()) {
            successions.passOnAgain(concerned);
        }
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

    /// Those of some obligations of which the organisation has an assignment.
    public Set<UUID> owedAmong(UUID organisation, Collection<UUID> obligations) {
        return obligations.isEmpty() ? Set.of() : assignments.owedAmong(organisation, obligations);
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
        facts.change(some, "plan", "closed", (assignment, now) -> assignment.close(why, now));
        return some.size() == limit;
    }
}
