package vn.tiendo.reporting.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as others in this service show it, with the text that the reader may see.
///
/// @param passages sections in their order; none while there is nothing to show
public record WrittenReport(
        UUID id,
        UUID planId,
        UUID organisationId,
        String organisationPath,
        String kind,
        @Nullable String form,
        String occurrence,
        ReportStatus status,
        @Nullable UUID recipientOrganisationId,
        @Nullable UUID viaOrganisationId,
        @Nullable Instant dueAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        boolean late,
        List<Passage> passages,
        List<Measured> figures) {

    public WrittenReport {
        passages = List.copyOf(passages);
        figures = List.copyOf(figures);
    }

    /// @param unit whose words they are, when they are not the reporting organisation's own
    public record Passage(String title, @Nullable String unit, String text) {}

    public record Measured(String name, @Nullable String unit, BigDecimal value) {}
}
