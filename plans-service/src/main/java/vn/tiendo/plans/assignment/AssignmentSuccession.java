package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.plans.assignment.Assignment.Heir;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.Ending;
import vn.tiendo.plans.organisation.PassingOn;

/// Passes the open assignments of an ended organisation to its successor; those done, waived or closed stay.
@ApplicationScoped
class AssignmentSuccession implements PassingOn {

    @Inject
    AssignmentRepository assignments;

    @Inject
    ObligationService obligations;

    @Inject
    ReachRepository reach;

    @Inject
    Binding binding;

    @Inject
    AssignmentHistory history;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private record Owed(UUID organisation, UUID obligation, String occurrence) {
        static Owed by(Assignment assignment) {
            return new Owed(assignment.organisationId(), assignment.obligationId(), assignment.occurrence());
        }
    }

    @Override
    public String what() {
        return "openAssignments";
    }

    @Override
    public long count(Collection<UUID> ending) {
        return assignments.countOpenAt(ending);
    }

    @Override
    public Set<UUID> foreign(UUID organisation, Set<UUID> named) {
        var foreign = new LinkedHashSet<>(named);
        assignments
                .list("id in ?1 and organisationId = ?2", named, organisation)
                .forEach(own -> foreign.remove(own.id()));
        return foreign;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int passOn(Ending ending, int most) {
        var open = assignments.openAt(ending.organisationId(), most);
        var demands =
                obligations.byId(open.stream().map(Assignment::obligationId).collect(Collectors.toSet()));
        var owed = owedThere(ending, open);
        var parents = new HashMap<UUID, @Nullable KnownOrganisation>();
        var now = clock.instant();
        var taken = new ArrayList<Assignment>();
        for (var assignment : open) {
            var successor = ending.successorFor(assignment.id());
            var key = new Owed(successor.id(), assignment.obligationId(), assignment.occurrence());
            var there = owed.get(key);
            var heir = new Heir(
                    successor.id(),
                    successor.path(),
                    partiesOf(assignment, demands.get(assignment.obligationId()), successor, parents));
            var next = assignment.transferTo(heir, there, now);
            if (there == null) {
                assignments.persist(next);
                owed.put(key, next);
                taken.add(next);
            }
        }
        binding.bind(boundBy(taken, demands));
        history.note("restructuring", taken, "opened");
        history.note("restructuring", open, "transferred");
        outbox.addAll(Assignment.STREAM, taken, "opened");
        outbox.addAll(Assignment.STREAM, open, "transferred");
        return open.size();
    }

    private static Map<Obligation, List<Debtor>> boundBy(List<Assignment> taken, Map<UUID, Obligation> demands) {
        return taken.stream()
                .collect(Collectors.groupingBy(
                        assignment -> Objects.requireNonNull(demands.get(assignment.obligationId())),
                        Collectors.mapping(
                                assignment ->
                                        new Debtor(assignment.organisationId(), null, assignment.organisationPath()),
                                Collectors.toList())));
    }

    private Map<Owed, Assignment> owedThere(Ending ending, List<Assignment> open) {
        var heirs = new HashSet<UUID>();
        var demands = new HashSet<UUID>();
        open.forEach(assignment -> {
            heirs.add(ending.successorFor(assignment.id()).id());
            demands.add(assignment.obligationId());
        });
        return open.isEmpty()
                ? new HashMap<>()
                : assignments.list("organisationId in ?1 and demand.obligationId in ?2", heirs, demands).stream()
                        .collect(Collectors.toMap(Owed::by, each -> each, (one, other) -> one, HashMap::new));
    }

    /// What was owed to the superior is owed to the successor's superior; everything else goes where it went.
    private Parties partiesOf(
            Assignment assignment,
            @Nullable Obligation obligation,
            KnownOrganisation successor,
            Map<UUID, @Nullable KnownOrganisation> parents) {
        if (obligation == null || !obligation.recipientIsParent() || successor.parentId() == null) {
            return assignment.parties();
        }
        var parent = parents.computeIfAbsent(
                successor.parentId(), id -> reach.find(id).orElse(null));
        return parent == null ? assignment.parties() : assignment.parties().to(parent);
    }
}
