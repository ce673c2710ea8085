package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a batch of changes does to the counts of all days, past and to come. A thing comes into a column on the first
/// day of a span and goes on the day after the last; when its organisation moves meanwhile, it goes from the old place
/// and comes to the new one, which is no change where both lie below.
final class DayDeltas {

    private final TreeMap<DayCell, Integer> byCell = new TreeMap<>();

    private DayDeltas() {}

    /// @return differences other than zero, in the order of the cells
    static SortedMap<DayCell, Integer> between(Collection<Part> before, Collection<Part> after) {
        var deltas = new DayDeltas();
        before.forEach(part -> deltas.add(part, -1));
        after.forEach(part -> deltas.add(part, 1));
        return withoutZeros(deltas.byCell);
    }

    /// The same differences by month.
    static SortedMap<DayCell, Integer> byMonth(SortedMap<DayCell, Integer> byDay) {
        var byMonth = new TreeMap<DayCell, Integer>();
        byDay.forEach((cell, difference) -> byMonth.merge(cell.ofMonth(), difference, Integer::sum));
        return withoutZeros(byMonth);
    }

    private static SortedMap<DayCell, Integer> withoutZeros(TreeMap<DayCell, Integer> cells) {
        cells.values().removeIf(difference -> difference == 0);
        return cells;
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
        var kind = part.source() == Source.ASSIGNMENT ? part.kind() : "";
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            byCell.merge(
                    new DayCell(part.planId(), path.substring(0, end + 1), day, column, kind),
                    difference,
                    Integer::sum);
        }
    }
}
