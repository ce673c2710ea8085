package vn.tiendo.reporting.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.progress.ProgressRepository.ChildLine;
import vn.tiendo.reporting.progress.ProgressRepository.DueDay;

/// What progress looks like in JSON.
final class ProgressApi {

    private ProgressApi() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            long transferred,

            @Schema(description = Share.COMPLETENESS) @Nullable
            Double completeness,

            @Schema(description = Share.TIMELINESS) @Nullable
            Double timeliness) {
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
            var in = line.get(Column.SUBMITTED) + line.get(Column.DONE) + line.get(Column.DONE_LATE);
            return new Assignments(
                    parts.stream().mapToLong(line::get).sum(),
                    line.get(Column.AWAITED),
                    line.get(Column.SUBMITTED),
                    line.get(Column.DONE),
                    line.get(Column.DONE_LATE),
                    line.get(Column.OVERDUE),
                    line.get(Column.UNDATED),
                    line.get(Column.WAIVED),
                    line.get(Column.TRANSFERRED),
                    Share.of(in, in + line.get(Column.AWAITED) + line.get(Column.UNDATED) + line.get(Column.OVERDUE)),
                    Share.of(
                            in - line.get(Column.DONE_LATE) - line.get(Column.SUBMITTED_LATE),
                            in + line.get(Column.OVERDUE)));
        }
    }

    record KindOfAssignments(String kind, Assignments assignments) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            long missing,

            @Schema(description = Share.COMPLETENESS) @Nullable
            Double completeness,

            @Schema(description = Share.TIMELINESS) @Nullable
            Double timeliness) {
        static Registrations of(Line line) {
            var in = line.get(Column.REGISTRATIONS_SUBMITTED) + line.get(Column.REGISTRATIONS_ACCEPTED);
            return new Registrations(
                    line.get(Column.REGISTRATIONS_OWED),
                    line.get(Column.REGISTRATIONS_SUBMITTED),
                    line.get(Column.REGISTRATIONS_ACCEPTED),
                    line.get(Column.REGISTRATIONS_EXEMPT),
                    line.get(Column.REGISTRATIONS_RETURNED),
                    line.get(Column.REGISTRATIONS_LATE),
                    line.get(Column.REGISTRATIONS_MISSING),
                    Share.of(in, line.get(Column.REGISTRATIONS_OWED) - line.get(Column.REGISTRATIONS_EXEMPT)),
                    Share.of(in - line.get(Column.REGISTRATIONS_LATE), in + line.get(Column.REGISTRATIONS_MISSING)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reports(
            @Schema(description = "All that are owed, whatever their status")
            long expected,

            @Schema(description = "Those of them of which the last day is over")
            long due,

            @Schema(description = "In, not yet accepted") long submitted,
            long accepted,

            @Schema(description = "Handed in late, or not in although the last day is over")
            long late,

            @Schema(description = "Those of them that are not in")
            long missing,

            @Schema(description = Share.COMPLETENESS) @Nullable
            Double completeness,

            @Schema(description = Share.TIMELINESS) @Nullable
            Double timeliness) {
        static Reports of(Line line) {
            var in = line.get(Column.REPORTS_SUBMITTED) + line.get(Column.REPORTS_ACCEPTED);
            return new Reports(
                    line.get(Column.REPORTS_EXPECTED),
                    line.get(Column.REPORTS_DUE),
                    line.get(Column.REPORTS_SUBMITTED),
                    line.get(Column.REPORTS_ACCEPTED),
                    line.get(Column.REPORTS_IN_LATE) + line.get(Column.REPORTS_MISSING),
                    line.get(Column.REPORTS_MISSING),
                    Share.of(in, line.get(Column.REPORTS_EXPECTED)),
                    Share.of(in - line.get(Column.REPORTS_IN_LATE), in + line.get(Column.REPORTS_MISSING)));
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
            String organisationCode,
            String organisationName,
            String organisationKind,

            @Schema(description = "The day whose end is shown; today: as things stand now")
            LocalDate asOf,

            Assignments assignments,
            List<KindOfAssignments> assignmentsByKind,
            Registrations registrations,
            Reports reports,

            @Schema(description = "Direct children, worst first")
            Children children) {}

    record Day(LocalDate day, Assignments assignments, Registrations registrations, Reports reports) {
        static Day of(LocalDate day, Line line) {
            return new Day(day, Assignments.of(line), Registrations.of(line), Reports.of(line));
        }
    }

    @Schema(
            description =
                    "The same numbers at the end of each day. Days to come: what happens if nothing else comes in")
    record Trend(UUID planId, String planTitle, UUID organisationId, LocalDate from, LocalDate to, List<Day> days) {}

    @Schema(description = "Assignments of one kind with the same last day on time, as things stand now")
    record DueDayView(
            LocalDate day,
            String kind,

            @Schema(description = "Without what was waived or transferred")
            long owed,

            @Schema(description = "Not in") long open,
            @Schema(description = "In, but too late") long late) {
        static DueDayView of(DueDay due) {
            return new DueDayView(due.day(), due.kind(), due.owed(), due.open(), due.late());
        }
    }

    @Schema(description = "What is due from day to day at an organisation and everything below it")
    record DueDays(
            UUID planId, UUID organisationId, LocalDate from, LocalDate to, LocalDate today, List<DueDayView> days) {}

    record ChosenOrganisation(UUID organisationId, String code, String name) {}

    record ChosenPlan(UUID planId, String title, int year) {}

    @Schema(description = "Where a reader may begin: the organisations of the own posts, and the plans counted there")
    record Choices(List<ChosenOrganisation> organisations, List<ChosenPlan> plans, LocalDate today) {}
}
