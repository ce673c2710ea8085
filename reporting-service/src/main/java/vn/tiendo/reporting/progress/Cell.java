package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/// Things of a sort with the same last day at or below a path, counted by state. Cells have one order, in which every
/// writer locks them.
record Cell(UUID planId, String path, Source source, String kind, LocalDate dueDay) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::planId)
            .thenComparing(Cell::path)
            .thenComparing(Cell::source)
            .thenComparing(Cell::kind)
            .thenComparing(Cell::dueDay);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
