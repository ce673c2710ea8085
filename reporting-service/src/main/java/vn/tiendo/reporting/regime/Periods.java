package vn.tiendo.reporting.regime;

import java.time.Instant;
import java.time.LocalDate;
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

    /// Whether an occurrence that names one year stands for the three that begin with it: it opens with that year, and
    /// no day of it is the last one.
    public static boolean isTurnOfYears(
            @Nullable String form, String occurrence, @Nullable LocalDate opensOn, @Nullable Instant dueAt) {
        return "THREE_YEAR".equals(form)
                && opensOn != null
                && opensOn.getDayOfYear() == 1
                && occurrence.equals(Integer.toString(opensOn.getYear()))
                && (dueAt == null || Days.dayOf(dueAt.minusNanos(1)).getYear() > opensOn.getYear());
    }

    /// `2021` is `2021-2023`.
    public static String turnOfYears(String occurrence) {
        return occurrence + "-" + (Integer.parseInt(occurrence) + 2);
    }
}
