package vn.tiendo.plans.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tiendo.kit.time.Days;

/// Which of the occurrences of one obligation a nomination counts to: the one whose window had opened last when it was
/// reported. It depends on days alone, never on how the assignments stand.
final class NominationPlacing {

    private static final Comparator<Assignment> BY_WINDOW = Comparator.comparing(
                    (Assignment assignment) -> assignment.due().windowFrom(),
                    Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(assignment -> assignment.due().inLists())
            .thenComparing(Assignment::occurrence)
            .thenComparing(Assignment::id);

    private NominationPlacing() {}

    /// @return for every assignment the receipts that count to it, perhaps none
    static Map<Assignment, List<Instant>> place(Collection<Assignment> occurrences, Collection<Instant> receipts) {
        var placed = new LinkedHashMap<Assignment, List<Instant>>();
        var inOrder = occurrences.stream().distinct().sorted(BY_WINDOW).toList();
        inOrder.forEach(assignment -> placed.put(assignment, new ArrayList<>()));
        if (inOrder.isEmpty()) {
            return placed;
        }
        for (var receipt : receipts) {
            var day = Days.dayOf(receipt);
            var chosen = inOrder.getFirst();
            for (var assignment : inOrder) {
                var from = assignment.due().windowFrom();
                if (from == null || !from.isAfter(day)) {
                    chosen = assignment;
                }
            }
            placed.computeIfAbsent(chosen, any -> new ArrayList<>()).add(receipt);
        }
        return placed;
    }
}
