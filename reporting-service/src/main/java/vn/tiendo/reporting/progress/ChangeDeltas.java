package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What a batch of changes does to the counts of all days, past and to come. A thing comes into a column on the first
/// day of a span and goes on the day after the last; when its organisation moves meanwhile, it goes from the old place
/// and comes to the new one, which is no change where both lie below.
final class ChangeDeltas {

    private final Differences<ChangeCell, Column> differences = new Differences<>(Column.class);

    private ChangeDeltas() {}

    /// @return differences other than zero, in the order of the cells
    static SortedMap<ChangeCell, Map<Column, Integer>> between(Collection<Part> before, Collection<Part> after) {
        var deltas = new ChangeDeltas();
        before.forEach(part -> deltas.add(part, -1));
        after.forEach(part -> deltas.add(part, 1));
        return deltas.differences.rows();
    }

    private void add(Part part, int sign) {
        part.spans((column, span) -> part.whereabouts().along(span, (leg, path) -> {
            change(part, column, path, leg.from(), sign);
            if (leg.until().isBefore(Part.NEVER)) {
                change(part, column, path, leg.until(), -sign);
            }
        }));
    }

    private void change(Part part, Column column, String path, LocalDate day, int difference) {
        var kinds = part.source() == Source.ASSIGNMENT ? List.of(ChangeCell.ALL, part.kind()) : List.of(ChangeCell.ALL);
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            var place = path.substring(0, end + 1);
            for (var kind : kinds) {
                for (var stretch : Stretch.values()) {
                    var cell = new ChangeCell(part.planId(), place, kind, stretch, stretch.beginning(day));
                    differences.add(cell, column, difference);
                }
            }
        }
    }
}
