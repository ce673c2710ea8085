package vn.tiendo.reporting.consolidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.report.Origin;

/// What consolidations look like in JSON.
final class ConsolidationApi {

    private ConsolidationApi() {}

    record ConsolidationView(
            UUID reportId,
            int edition,

            @Schema(description = "Handed in, and so not refreshed any more")
            boolean frozen,

            Instant refreshedAt,
            int expected,
            int included,

            @Schema(description = "Units without an accepted report; list them with `units?included=false`")
            int missing,

            @Schema(description = "Units that came too late, or are not in although the day is over")
            int late,

            @Schema(description = "A unit has been accepted or corrected since")
            boolean newer,

            @Schema(description = "Sections too long to be merged into one text; list them with `narratives`")
            Set<SectionCode> leftOut,

            @Schema(description = "Tables of which the units have too many different rows; list them with `figures`")
            List<String> leftOutTables,

            @Schema(
                    description =
                            "Units of which a table has other columns, and so was not added; list them with `units`")
            int unfitting) {

        static ConsolidationView of(Consolidation held, boolean frozen, boolean newer) {
            return new ConsolidationView(
                    held.reportId(),
                    held.edition(),
                    frozen,
                    held.refreshedAt(),
                    held.expected(),
                    held.included(),
                    held.missing(),
                    held.late(),
                    newer,
                    held.leftOut(),
                    held.leftOutTables(),
                    held.unfitting());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(
            UUID reportId,
            UUID organisationId,
            String organisationName,

            @Schema(description = "The organisation does not exist any more")
            boolean ended,

            @Schema(description = "Of the unit's report when it was refreshed")
            String status,

            boolean included,
            boolean late,

            @Nullable @Schema(description = "The edition that is included")
            Integer edition,

            @Schema(description = "Corrected since, so that a refresh would change the figures")
            boolean restated,

            @Schema(description = "Lies below an included unit, whose figures hold its own; not added a second time")
            boolean contained,

            @Schema(description = "Tables with other columns than those of the superior's template; not added")
            List<String> unfitting) {}

    record UnitPage(List<UnitView> items, @Nullable String nextCursor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "The value of one unit; open it further at the unit's own report")
    record UnitFigure(
            UUID reportId,
            UUID organisationId,
            String organisationName,
            int edition,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable List<List<String>> rows,

            @Schema(description = "Typed by a person of the unit; else reckoned from what")
            boolean entered,

            @Nullable Origin computedFrom,
            @Nullable BigDecimal computed,
            @Nullable Long computedOf,

            @Nullable @Schema(description = "The unit's value today, when it was corrected since")
            BigDecimal restatedTo,

            @Nullable @Schema(description = "The same of a text or a choice")
            String restatedToText,

            @Nullable @Schema(description = "The same of a table, with all its rows")
            List<List<String>> restatedToRows) {

        UnitFigure withRows(List<List<String>> some) {
            return new UnitFigure(
                    reportId,
                    organisationId,
                    organisationName,
                    edition,
                    value,
                    text,
                    some,
                    entered,
                    computedFrom,
                    computed,
                    computedOf,
                    restatedTo,
                    restatedToText,
                    restatedToRows);
        }
    }

    record UnitFigurePage(List<UnitFigure> items, @Nullable String nextCursor) {}

    record UnitNarrative(UUID reportId, UUID organisationId, String organisationName, String text) {}

    record UnitNarrativePage(
            List<UnitNarrative> items, @Nullable String nextCursor) {}
}
