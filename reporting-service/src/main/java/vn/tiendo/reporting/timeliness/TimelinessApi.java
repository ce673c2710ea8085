package vn.tiendo.reporting.timeliness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.progress.DueCounts.Due;
import vn.tiendo.reporting.progress.DueCounts.Unit;
import vn.tiendo.reporting.progress.LateAssignments.Late;
import vn.tiendo.reporting.progress.Share;
import vn.tiendo.reporting.progress.Source;

/// What timeliness looks like in JSON.
final class TimelinessApi {

    private TimelinessApi() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "What was due in the period, as things stand today")
    record Numbers(
            @Schema(description = "Without what was waived, transferred or exempted")
            long owed,

            long in,

            @Schema(description = "In, but too late") long late,

            @Schema(description = "Not in although the last day is over")
            long missing,

            @Schema(description = Share.COMPLETENESS) @Nullable
            Double completeness,

            @Schema(description = Share.TIMELINESS) @Nullable
            Double timeliness) {
        static Numbers of(Map<Source, Due> all, Source source) {
            var due = all.getOrDefault(source, new Due(0, 0, 0, 0));
            return new Numbers(
                    due.owed(),
                    due.in(),
                    due.late(),
                    due.missing(),
                    Share.of(due.in(), due.owed()),
                    Share.of(due.in() - due.late(), due.in() + due.missing()));
        }
    }

    record UnitView(
            UUID organisationId,
            String code,
            String name,
            String kind,
            Numbers assignments,
            Numbers registrations,
            Numbers reports) {
        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    Numbers.of(unit.due(), Source.ASSIGNMENT),
                    Numbers.of(unit.due(), Source.REGISTRATION),
                    Numbers.of(unit.due(), Source.REPORT));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Units(List<UnitView> items, @Nullable String nextCursor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "How complete and punctual an organisation and everything below it was with what was due")
    record TimelinessView(
            UUID organisationId,
            String organisationName,

            @Schema(description = "Absent: all plans") @Nullable
            UUID planId,

            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            Numbers assignments,
            Numbers registrations,
            Numbers reports,

            @Schema(description = "Direct children, worst first")
            Units children) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LateView(
            UUID assignmentId,
            UUID organisationId,
            String organisationCode,
            String organisationName,
            UUID planId,
            @Nullable String planTitle,
            String kind,

            @Schema(description = "Last day on time") LocalDate dueOn,

            @Schema(description = "Absent while it is not in") @Nullable
            LocalDate receivedOn,

            @Schema(description = "Up to the receipt, or to today")
            long daysLate) {
        static LateView of(Late late, LocalDate today) {
            return new LateView(
                    late.assignmentId(),
                    late.organisationId(),
                    late.organisationCode(),
                    late.organisationName(),
                    late.planId(),
                    late.planTitle(),
                    late.kind(),
                    late.dueDay(),
                    late.receivedOn(),
                    ChronoUnit.DAYS.between(late.dueDay(), late.receivedOn() == null ? today : late.receivedOn()));
        }
    }

    @Schema(description = "Who was late, longest first")
    record LatePage(List<LateView> items, @Nullable String nextCursor) {}
}
