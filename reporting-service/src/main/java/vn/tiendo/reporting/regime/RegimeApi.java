package vn.tiendo.reporting.regime;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What report regimes look like in JSON.
final class RegimeApi {

    private RegimeApi() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "The days whose data a report covers; without a month, of the month of the period")
    record Window(
            @Nullable Integer fromMonth,
            int fromDay,

            @Schema(description = "Whether it begins in the month or year before")
            boolean fromBefore,

            @Nullable Integer toMonth,
            int toDay,

            @Schema(
                    description =
                            "Months or years between the period and the one in which the window begins: -1 before")
            int fromPeriod,

            @Schema(description = "The same for the one in which it ends")
            int toPeriod) {}

    @Schema(description = "The day by which it is due")
    record Due(
            int month,
            int day,

            @Schema(description = "Whether that day is already too late")
            boolean excluded) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegimeView(
            UUID id,
            String kind,
            @Nullable String form,
            Regime.Origin origin,
            String nameVi,
            String nameEn,
            @Nullable Window window,
            @Nullable Due due,
            String source) {}

    record RegimePage(List<RegimeView> items, @Nullable String nextCursor) {}
}
