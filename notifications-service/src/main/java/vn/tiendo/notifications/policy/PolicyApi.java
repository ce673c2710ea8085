package vn.tiendo.notifications.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of reminder policies.
public final class PolicyApi {

    private PolicyApi() {}

    /// @param organisationId whose policy it is; absent for the one that is shipped
    /// @param obligationKind what it is for; absent when it is for every kind
    /// @param dayCount how days are counted: CALENDAR
    /// @param firesAt time of day at +07:00
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PolicyView(
            @Nullable UUID organisationId,
            @Nullable String obligationKind,
            String dayCount,
            LocalTime firesAt,
            List<RungView> rungs) {

        static PolicyView of(Ladder ladder) {
            return new PolicyView(
                    null,
                    null,
                    "CALENDAR",
                    Rung.HOUR,
                    ladder.rungs().stream().map(RungView::of).toList());
        }
    }

    /// @param daysFromDue calendar days after the last on-time day, negative before it
    /// @param alsoSuperior whether the officers of the superior organisation are told too
    public record RungView(String rung, int daysFromDue, boolean alsoSuperior) {

        static RungView of(Rung rung) {
            return new RungView(rung.label(), rung.days(), rung.isOverdue());
        }
    }
}
