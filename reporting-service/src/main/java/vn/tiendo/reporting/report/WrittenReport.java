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
        List<Measured> figures,
        List<Listed> tables) {

    public WrittenReport {
        passages = List.copyOf(passages);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    /// It lies with the other side, and nobody writes on it.
    public boolean isHandedIn() {
        return switch (status) {
            case SUBMITTED, RECEIVED, FORWARDED, ACCEPTED -> true;
            case EXPECTED, DRAFT, RETURNED, WITHDRAWN -> false;
        };
    }

    /// @param unit whose words they are, when they are not the reporting organisation's own
    public record Passage(String title, @Nullable String unit, String text) {}

    /// A number or a choice in words; neither while nothing has been entered.
    public record Measured(
            String name,
            @Nullable String unit,
            @Nullable BigDecimal number,
            @Nullable String words) {}

    /// A figure that is a table of its own; every row is as wide as the columns.
    public record Listed(String name, List<String> columns, List<List<String>> rows) {
        public Listed {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
