package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/// What changed at or below a path in a stretch of days. One order, in which every writer locks them.
///
/// @param kind kind of the assignments, [#ALL] for everything of whatever kind
/// @param day the first one of the stretch
record ChangeCell(UUID planId, String path, String kind, Stretch stretch, LocalDate day)
        implements Comparable<ChangeCell> {

    static final String ALL = "";

    private static final Comparator<ChangeCell> ORDER = Comparator.comparing(ChangeCell::planId)
            .thenComparing(ChangeCell::path)
            .thenComparing(ChangeCell::kind)
            .thenComparing(ChangeCell::stretch)
            .thenComparing(ChangeCell::day);

    @Override
    public int compareTo(ChangeCell other) {
        return ORDER.compare(this, other);
    }
}
