package vn.tiendo.reporting.report;

import static vn.tiendo.reporting.report.ReportApi.TEXT;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Value;
import vn.tiendo.reporting.report.ContentApi.NewFigure;

/// What corrections after acceptance look like in JSON.
final class RestatementApi {

    private RestatementApi() {}

    record NewRestatement(
            @NotBlank @Size(max = 2_000) @Pattern(regexp = TEXT)
            String reason,

            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewFigure> figures) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueView(
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable List<List<String>> rows) {
        static ValueView of(Value value) {
            return new ValueView(value.number(), value.text(), value.rows());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RestatementView(
            UUID id,

            @Schema(description = "The edition that was accepted, or corrected last, and stays as it was")
            int fromEdition,

            int toEdition,
            String code,
            @Nullable String breakdown,
            ValueView before,
            ValueView after,
            String reason,

            @Schema(description = "Identity of whoever corrected it")
            String restatedBy,

            Instant restatedAt) {}

    record RestatementPage(
            List<RestatementView> items, @Nullable String nextCursor) {}
}
