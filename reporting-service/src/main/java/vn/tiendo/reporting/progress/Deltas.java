package vn.tiendo.reporting.progress;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/// What a batch of changes does to the counts of today: for each part that goes or comes, every path from its
/// organisation to the root. Added up over the batch, so that the row of a province is written once, however many
/// changes lie below it.
final class Deltas {

    private final Differences<Cell, State> differences = new Differences<>(State.class);

    private Deltas() {}

    /// @param before the parts as they were counted
    /// @param after the parts as they are to be counted
    /// @return differences other than zero, in the order of the cells
    static SortedMap<Cell, Map<State, Integer>> between(Collection<Part> before, Collection<Part> after) {
        var deltas = new Deltas();
        before.forEach(part -> deltas.add(part, -1));
        after.forEach(part -> deltas.add(part, 1));
        return deltas.differences.rows();
    }

    private void add(Part part, int difference) {
        var path = part.path();
        if (path == null || part.state() == State.LEFT) {
            return;
        }
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            var cell = new Cell(part.planId(), path.substring(0, end + 1), part.source(), part.kind(), part.dueDay());
            differences.add(cell, part.state(), difference);
        }
    }
}
