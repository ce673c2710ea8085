package vn.tiendo.reporting.report;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.reporting.fact.Facts.Span;
import vn.tiendo.reporting.regime.DataSpan;

/// The version of the template that a report is written with, and the days that it covers.
@Embeddable
record Basis(
        UUID templateId,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo) {

    static Basis of(UUID template, @Nullable DataSpan span) {
        return new Basis(template, span == null ? null : span.from(), span == null ? null : span.to());
    }

    /// The days of the window, else those of the year of the last day on time up to that day.
    static Span spanOf(@Nullable Basis basis, @Nullable Instant dueAt, LocalDate today) {
        if (basis != null && basis.dataFrom != null && basis.dataTo != null) {
            return new Span(basis.dataFrom, basis.dataTo);
        }
        var last = dueAt == null ? today : Days.dayOf(dueAt.minusNanos(1));
        return new Span(last.withDayOfYear(1), last);
    }
}
