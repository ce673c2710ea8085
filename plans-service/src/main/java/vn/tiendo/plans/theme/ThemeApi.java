package vn.tiendo.plans.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of themes.
final class ThemeApi {

    private static final int FIRST = 1975;
    private static final int LAST = 2100;

    private ThemeApi() {}

    /// @param organisationId who gives it out; all below may read it
    /// @param year of an ANNUAL or OWN theme
    /// @param termFrom first year of the term of a TERM theme
    /// @param termTo last year of it, which is the first of the next
    /// @param planId of an OWN theme: the issued plan that binds the unit and allows it
    /// @param obligationId of an OWN theme: what that plan asks for and the theme fulfils; absent means every
    /// selection of a theme that it asks of the unit
    record NewTheme(
            @NotNull UUID organisationId,
            @NotNull ThemeScope scope,
            @NotBlank @Size(max = 1000) String title,
            @Nullable @Min(FIRST) @Max(LAST) Integer year,
            @Nullable @Min(FIRST) @Max(LAST) Integer termFrom,
            @Nullable @Min(FIRST) @Max(LAST) Integer termTo,
            @Nullable UUID planId,
            @Nullable UUID obligationId) {}

    record ThemeCorrection(
            @NotBlank @Size(max = 1000) String title,
            @Nullable @Min(FIRST) @Max(LAST) Integer year,
            @Nullable @Min(FIRST) @Max(LAST) Integer termFrom,
            @Nullable @Min(FIRST) @Max(LAST) Integer termTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThemeView(
            UUID id,
            UUID organisationId,
            ThemeScope scope,
            String title,
            @Nullable Integer year,
            @Nullable Integer termFrom,
            @Nullable Integer termTo,
            @Nullable UUID planId,
            @Nullable UUID obligationId,
            Instant createdAt) {

        static ThemeView of(Theme theme) {
            var term = theme.scope() == ThemeScope.TERM;
            return new ThemeView(
                    theme.id(),
                    theme.organisationId(),
                    theme.scope(),
                    theme.title(),
                    term ? null : theme.yearFrom(),
                    term ? theme.yearFrom() : null,
                    term ? theme.yearTo() : null,
                    theme.planId(),
                    theme.obligationId(),
                    theme.createdAt());
        }
    }

    record ThemePage(List<ThemeView> items, @Nullable String nextCursor) {}
}
