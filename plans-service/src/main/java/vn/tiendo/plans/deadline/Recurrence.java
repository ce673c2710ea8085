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
/// @param lastWorkingDay the last working day of the month instead of a fixed day
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recurrence(
        @NotNull Frequency freq,
        @Nullable @Min(1) @Max(12) Integer month,
        @Nullable @Min(1) @Max(31) Integer day,
        @Nullable @Min(1) @Max(4) Integer quarter,
        @Nullable @Min(1) @Max(3) Integer monthOfQuarter,
        @Nullable @Min(1) @Max(7) Integer weekday,
        @Nullable Boolean lastWorkingDay) {

    public enum Frequency {
        WEEKLY(0),
        MONTHLY(1),
        QUARTERLY(3),
        HALF_YEARLY(6),
        YEARLY(12),
        EVERY_3_YEARS(36),
        UNSPECIFIED(0);

        private final int months;

        Frequency(int months) {
            this.months = months;
        }

        /// Length of one turn; 0 when it is not counted in months.
        int months() {
            return months;
        }
    }

    boolean isOnLastWorkingDay() {
        return Boolean.TRUE.equals(lastWorkingDay);
    }

    boolean namesADay() {
        return day != null || weekday != null || isOnLastWorkingDay();
    }

    /// The month of the turn in which the day falls, counted from 0; null where the words leave it open.
    @Nullable
    Integer monthInTurn(@Nullable Integer monthOfExample) {
        var turn = Math.min(freq.months(), 12);
        if (turn <= 1) {
            return turn == 1 ? 0 : null;
        }
        if (month != null) {
            return (month - 1) % turn;
        }
        if (monthOfQuarter != null && (freq == Frequency.QUARTERLY || quarter != null)) {
            return ((quarter == null ? 0 : (quarter - 1) * 3) + monthOfQuarter - 1) % turn;
        }
        return monthOfExample == null ? null : (monthOfExample - 1) % turn;
    }
}
