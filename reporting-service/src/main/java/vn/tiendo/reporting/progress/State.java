package vn.tiendo.reporting.progress;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How far a counted thing is, as far as facts alone decide it. What time decides too (awaited or overdue, expected or
/// missing) is asked of the due day when somebody reads.
public enum State {
    OPEN,
    SUBMITTED,
    SUBMITTED_LATE,
    DONE,
    DONE_LATE,
    WAIVED,
    TRANSFERRED,
    ACCEPTED,
    ACCEPTED_LATE,
    EXEMPT,
    RETURNED,

    /// Owed once and no more: counts nowhere from then on.
    LEFT;

    /// Those that have a column in `progress_count`.
    static final Set<State> COUNTED = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(LEFT)));

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The things of a count `c` that are in one of these states.
    static String sum(Collection<State> states) {
        return states.stream().map(state -> "c." + state.column()).collect(Collectors.joining(" + "));
    }
}
