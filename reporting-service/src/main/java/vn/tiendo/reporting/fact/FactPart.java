package vn.tiendo.reporting.fact;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one fact adds to one measure.
///
/// @param id of the activity, the nomination or the unit's summary
/// @param breakdown form of the activity or nomination, empty when it has none
/// @param path the path it is summed along; null parks it until its organisation is known
public record FactPart(
        FactSource source,
        UUID id,
        Measure measure,
        String breakdown,
        UUID planId,
        LocalDate day,
        int amount,
        UUID organisationId,
        @Nullable String path) {

    /// Stands for the plan of what belongs to none.
    static final UUID NO_PLAN = new UUID(0, 0);

    /// Stands for the day of what belongs to a whole year.
    static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

    static FactPart on(
            FactSource source,
            UUID id,
            Measure measure,
            @Nullable String breakdown,
            LocalDate day,
            int amount,
            UUID organisation) {
        return new FactPart(
                source,
                id,
                measure,
                Objects.requireNonNullElse(breakdown, ""),
                NO_PLAN,
                day,
                amount,
                organisation,
                null);
    }

    static FactPart ofPlan(UUID id, Measure measure, UUID plan, int amount, UUID organisation) {
        return new FactPart(FactSource.REGISTRATION, id, measure, "", plan, NO_DAY, amount, organisation, null);
    }

    FactPart at(@Nullable String place) {
        return new FactPart(source, id, measure, breakdown, planId, day, amount, organisationId, place);
    }
}
