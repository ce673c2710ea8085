package vn.tiendo.reporting.progress;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a batch of changes does to the counts of today: for each part that goes or comes, every path from its
/// organisation to the root. Added up over the batch, so that the row of a province is written once, however many
/// changes lie below it.
final class Deltas {

    private final TreeMap<Cell, Integer> byCell = new TreeMap<>();

    private Deltas() {}

    /// @param before the parts as they were counted
    /// @param after the parts as they are to be counted
    /// @return differences other than zero, in the order of the cells
    static SortedMap<Cell, Integer> between(Collection<Part> before, Collection<Part> after) {
        var deltas = new Deltas();
        before.forEach(part -> deltas.add(part, -1));
        after.forEach(part -> deltas.add(part, 1));
        deltas.byCell.values().removeIf(difference -> difference == 0);
        return deltas.byCell;
    }

    private void add(Part part, int difference) {
        var path = part.path();
        if (path == null) {
            return;
        }
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            var cell = new Cell(
                    part.planId(), path.substring(0, end + 1), part.source(), part.kind(), part.dueDay(), part.state());
            byCell.merge(cell, difference, Integer::sum);
        }
    }
}
