package vn.tiendo.kit.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportRowRepository.TakenRow;

/// The JSON of imports, the same for every subject.
public final class ImportApi {

    private ImportApi() {}

    public enum Outcome {
        ACCEPTED,
        UNCHANGED,
        REJECTED
    }

    /// @param status WAITING, RUNNING, COMPLETED, or STOPPED when it was given up half-way
    /// @param waiting rows without an outcome yet
    /// @param completedAt when no row waits any more, or the import was given up
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportView(
            UUID id,
            String status,
            boolean dryRun,
            int rows,
            int waiting,
            int accepted,
            int unchanged,
            int rejected,
            Instant submittedAt,
            @Nullable Instant completedAt) {
        static ImportView of(TableImport found) {
            return new ImportView(
                    found.id(),
                    found.status().name(),
                    found.dryRun(),
                    found.totalRows(),
                    found.totalRows() - found.accepted() - found.unchanged() - found.rejected(),
                    found.accepted(),
                    found.unchanged(),
                    found.rejected(),
                    found.submittedAt(),
                    found.completedAt());
        }
    }

    /// @param row as a spreadsheet counts, the header is row 1
    /// @param id of what was made or is there already; absent in a dry run and for rejected rows
    /// @param code why it was rejected; stable
    /// @param detail the same in the reader's language
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            int row,
            Outcome outcome,
            @Nullable UUID id,
            @Nullable String code,
            @Nullable String detail) {
        static RowView of(TakenRow row, List<Locale> languages) {
            return new RowView(
                    row.number(),
                    Outcome.valueOf(Objects.requireNonNull(row.outcome())),
                    row.subject(),
                    row.code(),
                    row.reason(languages));
        }
    }

    /// @param outcomes those known so far, by row
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportWithOutcomes(
            UUID id,
            String status,
            boolean dryRun,
            int rows,
            int waiting,
            int accepted,
            int unchanged,
            int rejected,
            Instant submittedAt,
            @Nullable Instant completedAt,
            List<RowView> outcomes,
            @Nullable String nextCursor) {
        static ImportWithOutcomes of(ImportView view, List<RowView> outcomes, @Nullable String nextCursor) {
            return new ImportWithOutcomes(
                    view.id(),
                    view.status(),
                    view.dryRun(),
                    view.rows(),
                    view.waiting(),
                    view.accepted(),
                    view.unchanged(),
                    view.rejected(),
                    view.submittedAt(),
                    view.completedAt(),
                    outcomes,
                    nextCursor);
        }
    }

    public record ImportPage(
            List<ImportView> items, @Nullable String nextCursor) {}
}
