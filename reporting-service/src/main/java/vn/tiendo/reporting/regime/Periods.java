package vn.tiendo.reporting.regime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// Tells which calendar period an occurrence is for.
public final class Periods {

    private Periods() {}

    /// What the occurrence names; the year of the last day on time when it names no period, such as `once` or a week.
    public static String of(String occurrence, @Nullable Instant dueAt) {
        return Period.of(occurrence).isPresent() || dueAt == null
                ? occurrence
                : Integer.toString(Days.dayOf(dueAt.minusNanos(1)).getYear());
    }
}
