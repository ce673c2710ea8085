package vn.tiendo.reporting.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The differences that a batch of facts makes to the sums along the tree.
final class FactDeltas {

    private static final Comparator<Key> IN_ORDER_OF_ROWS = Comparator.comparing(Key::path)
            .thenComparing(Key::measure)
            .thenComparing(Key::breakdown)
            .thenComparing(Key::planId)
            .thenComparing(Key::day);

    private FactDeltas() {}

    record Key(String path, Measure measure, String breakdown, UUID planId, LocalDate day) {}

    record Change(int amount, int facts) {
        Change plus(Change other) {
            return new Change(amount + other.amount, facts + other.facts);
        }

        boolean isNothing() {
            return amount == 0 && facts == 0;
        }
    }

    /// Sorted, so that two replicas that write the same rows queue up instead of deadlocking.
    static SortedMap<Key, Change> between(Collection<FactPart> before, Collection<FactPart> after) {
        var deltas = new TreeMap<Key, Change>(IN_ORDER_OF_ROWS);
        before.forEach(part -> add(deltas, part, -1));
        after.forEach(part -> add(deltas, part, 1));
        deltas.values().removeIf(Change::isNothing);
        return deltas;
    }

    private static void add(SortedMap<Key, Change> deltas, FactPart part, int sign) {
        var path = part.path();
        if (path == null) {
            return;
        }
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            deltas.merge(
                    new Key(path.substring(0, end + 1), part.measure(), part.breakdown(), part.planId(), part.day()),
                    new Change(sign * part.amount(), sign),
                    Change::plus);
        }
    }
}
