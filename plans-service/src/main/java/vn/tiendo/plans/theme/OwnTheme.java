package vn.tiendo.plans.theme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a unit has chosen its own theme for a year.
///
/// @param plan which allows it or asks for it
/// @param obligation which it answers; absent means whatever the plan asks for
/// @param at when the server heard of it
public record OwnTheme(UUID plan, @Nullable UUID obligation, UUID organisation, int year, Instant at) {

    static OwnTheme of(Theme theme, UUID plan) {
        return new OwnTheme(plan, theme.obligationId(), theme.organisationId(), theme.yearFrom(), theme.createdAt());
    }

    public boolean answers(UUID asked) {
        return obligation == null || obligation.equals(asked);
    }
}
