package vn.tiendo.reporting.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.progress.Line.Column;
import vn.tiendo.reporting.progress.ProgressRepository.ChildLine;

/// What progress looks like in JSON.
final class ProgressApi {

    private ProgressApi() {}

    @Schema(description = "Assignments by standing; each is in exactly one of them")
    record Assignments(
            long total,
            long awaited,
            @Schema(description = "In, not yet accepted") long submitted,
            long done,
            long doneLate,
            long overdue,

            @Schema(description = "Open without a day by which it is due")
            long undated,

            long waived,
            long transferred) {
        static Assignments of(Line line) {
            var parts = List.of(
                    Column.AWAITED,
                    Column.SUBMITTED,
                    Column.DONE,
                    Column.DONE_LATE,
                    Column.OVERDUE,
                    Column.UNDATED,
                    Column.WAIVED,
                    Column.TRANSFERRED);
            return new Assignments(
                    parts.stream().mapToLong(line::get).sum(),
                    line.get(Column.AWAITED),
                    line.get(Column.SUBMITTED),
                    line.get(Column.DONE),
                    line.get(Column.DONE_LATE),
                    line.get(Column.OVERDUE),
                    line.get(Column.UNDATED),
                    line.get(Column.WAIVED),
                    line.get(Column.TRANSFERRED));
        }
    }

    record KindOfAssignments(String kind, Assignments assignments) {}

    @Schema(description = "Registrations of members; owes includes those exempt")
    record Registrations(
            long owes,
            @Schema(description = "In, not yet accepted") long submitted,
            long accepted,
            long exempt,
            long returned,

            @Schema(description = "Handed in after the last day")
            long late,

            @Schema(description = "Not in although the last day is over")
            long missing) {
        static Registrations of(Line line) {
            return new Registrations(
                    line.get(Column.REGISTRATIONS_OWED),
                    line.get(Column.REGISTRATIONS_SUBMITTED),
                    line.get(Column.REGISTRATIONS_ACCEPTED),
                    line.get(Column.REGISTRATIONS_EXEMPT),
                    line.get(Column.REGISTRATIONS_RETURNED),
                    line.get(Column.REGISTRATIONS_LATE),
                    line.get(Column.REGISTRATIONS_MISSING));
        }
    }

    record Reports(
            @Schema(description = "All that are owed, whatever their status")
            long expected,

            @Schema(description = "In, not yet accepted") long submitted,
            long accepted,

            @Schema(description = "Handed in late, or not in although the last day is over")
            long late) {
        static Reports of(Line line) {
            return new Reports(
                    line.get(Column.REPORTS_EXPECTED),
                    line.get(Column.REPORTS_SUBMITTED),
                    line.get(Column.REPORTS_ACCEPTED),
                    line.get(Column.REPORTS_LATE));
        }
    }

    record Child(
            UUID organisationId,
            String code,
            String name,
            String kind,
            Assignments assignments,
            Registrations registrations,
            Reports reports) {
        static Child of(ChildLine child) {
            return new Child(
                    child.id(),
                    child.code(),
                    child.name(),
                    child.kind(),
                    Assignments.of(child.line()),
                    Registrations.of(child.line()),
                    Reports.of(child.line()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Children(List<Child> items, @Nullable String nextCursor) {}

    @Schema(description = "How far an organisation and everything below it has come with a plan")
    record ProgressView(
            UUID planId,
            String planTitle,
            int year,
            UUID organisationId,
            String organisationName,

            @Schema(description = "The day for which overdue, late and missing are judged")
            LocalDate asOf,

            Assignments assignments,
            List<KindOfAssignments> assignmentsByKind,
            Registrations registrations,
            Reports reports,

            @Schema(description = "Direct children, worst first")
            Children children) {}
}
