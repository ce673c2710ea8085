package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;

/// Carries what is owed over from an obligation to the one that takes its place: the assignment stays the same, with
/// all that has come in, and only its date follows the new words.
@ApplicationScoped
public class AssignmentCarrying {

    @Inject
    AssignmentRepository assignments;

    @Inject
    AssignmentService opening;

    @Inject
    DebtorRepository debtors;

    @Inject
    Binding binding;

    @Inject
    AssignmentHistory history;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /// What replaces what.
    ///
    /// @param before when the old obligation fell due for a debtor
    /// @param after when the new one does
    /// @param reason kept with assignments whose date moves
    public record Replacement(
            UUID replaced,
            Obligation obligation,
            String planPath,
            Function<Debtor, List<Occurrence>> before,
            Function<Debtor, List<Occurrence>> after,
            String reason) {}

    /// Carries one page of debtors over, and opens what they did not owe before. What a debtor has passed
    /// on is carried where it is now, and not opened a second time.
    @Transactional(Transactional.TxType.MANDATORY)
    public void carry(Replacement replacement, List<Debtor> debtors) {
        var missing = new HashMap<UUID, List<Occurrence>>();
        carry(
                replacement,
                debtors,
                assignments.ofObligation(
                        replacement.replaced(),
                        debtors.stream().map(Debtor::organisationId).toList()),
                missing);
        opening.open(
                replacement.obligation(),
                replacement.planPath(),
                debtors.stream()
                        .filter(debtor -> missing.containsKey(debtor.organisationId()))
                        .toList(),
                debtor -> missing.getOrDefault(debtor.organisationId(), List.of()));
    }

    /// Carries what others have taken over and what is left when all debtors are through: of organisations
    /// that the obligation does not name.
    ///
    /// @param after the last that was carried before
    /// @return the last one, unless none is left behind it
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> carryPassedOn(Replacement replacement, UUID after, int most) {
        var some = assignments.passedOn(replacement.replaced(), after, most);
        var holders =
                debtors.standing(some.stream().map(Assignment::organisationId).collect(Collectors.toSet()));
        var bound = carry(replacement, holders, some, new HashMap<>()).stream()
                .map(Assignment::organisationId)
                .collect(Collectors.toSet());
        if (!bound.isEmpty()) {
            binding.bind(Map.of(
                    replacement.obligation(),
                    holders.stream()
                            .filter(holder -> bound.contains(holder.organisationId()))
                            .toList()));
        }
        return some.size() < most
                ? Optional.empty()
                : Optional.of(some.getLast().id());
    }

    /// @param missing what debtors owe by the new obligation and have not owed before is added to this
    /// @return what was carried
    private List<Assignment> carry(
            Replacement replacement,
            List<Debtor> debtors,
            List<Assignment> known,
            Map<UUID, List<Occurrence>> missing) {
        var kept = new HashMap<UUID, Map<String, Assignment>>();
        known.forEach(each -> kept.computeIfAbsent(each.organisationId(), any -> new HashMap<>())
                .put(each.occurrence(), each));
        var carried = new ArrayList<Assignment>();
        var paths = new HashMap<UUID, Optional<String>>();
        for (var debtor : debtors) {
            var own = kept.getOrDefault(debtor.organisationId(), Map.of());
            var before = replacement.before().apply(debtor);
            var after = replacement.after().apply(debtor);
            for (var occurrence : after) {
                var earlier = earlierOf(occurrence, before, after);
                var assignment = earlier.map(Occurrence::label).map(own::get).orElse(null);
                if (assignment == null) {
                    missing.computeIfAbsent(debtor.organisationId(), any -> new ArrayList<>())
                            .add(occurrence);
                } else if (!assignment.transfer().isGone()) {
                    assignment.carryTo(
                            replacement.obligation(),
                            replacement.planPath(),
                            opening.partiesOf(replacement.obligation(), debtor, paths),
                            new Redating(earlier.orElseThrow(), occurrence, replacement.reason()),
                            clock.instant());
                    carried.add(assignment);
                }
            }
        }
        if (!carried.isEmpty()) {
            assignments.flush();
            assignments.followParties(carried.stream().map(Assignment::id).toList());
        }
        outbox.addAll(Assignment.STREAM, carried, "amended");
        history.note("plan", carried, "amended");
        opening.passOnWhatEndedOnesHave(carried);
        return carried;
    }

    /// An occurrence and what became of it.
    record Redating(Occurrence before, Occurrence after, String reason) {}

    /// The occurrence that went by the same label; where each obligation has only one, that is the same whatever its
    /// label.
    public static Optional<Occurrence> earlierOf(
            Occurrence occurrence, List<Occurrence> before, List<Occurrence> after) {
        return before.size() == 1 && after.size() == 1
                ? Optional.of(before.getFirst())
                : before.stream()
                        .filter(each -> each.label().equals(occurrence.label()))
                        .findFirst();
    }
}
