package vn.tiendo.notifications.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of reminder policies.
public final class PolicyApi {

    private static final int MOST_RUNGS = 20;
    private static final String KIND = "[A-Z][A-Z_]{1,39}";

    private PolicyApi() {}

    /// @param organisationId for whom, with all below it
    /// @param obligationKind for which kind of obligation; absent for every kind
    /// @param firesAt time of day at +07:00, 08:00 when absent
    /// @param validFrom first day, today when absent; a rung goes by the policy that holds on the rung's own day
    public record NewPolicy(
            @NotNull UUID organisationId,
            @Nullable @Pattern(regexp = KIND) String obligationKind,
            @NotNull DayCount dayCount,
            @Nullable LocalTime firesAt,
            @Nullable LocalDate validFrom,
            @NotEmpty @Size(max = MOST_RUNGS) List<@NotNull @Valid PolicyRung> rungs) {}

    public record PolicyChange(
            @NotNull DayCount dayCount,
            @Nullable LocalTime firesAt,
            @NotEmpty @Size(max = MOST_RUNGS) List<@NotNull @Valid PolicyRung> rungs) {}

    /// @param lastDay on which the policy still holds
    public record PolicyEnding(@NotNull LocalDate lastDay) {}

    /// @param id absent, like the organisation and the first day, for the ladder that is shipped
    /// @param obligationKind what it is for; absent when it is for every kind
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PolicyView(
            @Nullable UUID id,
            @Nullable UUID organisationId,
            @Nullable String obligationKind,
            DayCount dayCount,
            LocalTime firesAt,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<RungView> rungs) {

        static PolicyView shipped() {
            return new PolicyView(
                    null, null, null, DayCount.CALENDAR, Rung.HOUR, null, null, RungView.of(ReminderPolicy.SHIPPED));
        }

        static PolicyView of(ReminderPolicy policy) {
            return new PolicyView(
                    policy.id(),
                    policy.organisationId(),
                    policy.obligationKind(),
                    policy.dayCount(),
                    policy.firesAt(),
                    policy.validFrom(),
                    policy.validTo(),
                    RungView.of(policy.rungs()));
        }
    }

    /// @param daysFromDue days after the last on-time day, negative before it, counted as the policy counts
    /// @param alsoSuperior whether a superior of who owes is told too
    public record RungView(String rung, int daysFromDue, boolean alsoSuperior, List<Audience> tell) {

        static List<RungView> of(List<PolicyRung> rungs) {
            return rungs.stream()
                    .map(rung -> new RungView(
                            rung.rung().label(),
                            rung.days(),
                            rung.tell().stream().anyMatch(Audience::concernsSuperior),
                            rung.tell()))
                    .toList();
        }
    }

    public record PolicyPage(
            List<PolicyView> items, @Nullable String nextCursor) {}
}
