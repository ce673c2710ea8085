package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// How often a deadline comes back.
///
/// @param month 1 to 12, with `day` for a yearly day
/// @param day 1 to 31; where the month is shorter, its last day
/// @param quarter 1 to 4
/// @param monthOfQuarter 1 to 3
/// @param weekday 1 (Monday) to 7 (Sunday)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recurrence(
        @NotNull Frequency freq,
        @Nullable @Min(1) @Max(12) Integer month,
        @Nullable @Min(1) @Max(31) Integer day,
        @Nullable @Min(1) @Max(4) Integer quarter,
        @Nullable @Min(1) @Max(3) Integer monthOfQuarter,
        @Nullable @Min(1) @Max(7) Integer weekday) {

    public enum Frequency {
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY,
        EVERY_3_YEARS,
        UNSPECIFIED
    }
}
