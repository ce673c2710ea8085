package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How much is owed.
///
/// @param minCount "ít nhất 01": fewer do not fulfil it
/// @param maxCount "01 - 02": more are refused
/// @param targetCount what is wished for beyond the minimum
/// @param unit what is counted, in the words of the document
/// @param perPeriod each such period owes the count again
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Counts(
        @Nullable @Min(0) @Max(100_000) Integer minCount,
        @Nullable @Min(0) @Max(100_000) Integer maxCount,
        @Nullable @Min(0) @Max(100_000) Integer targetCount,
        @Nullable @Size(max = 200) String unit,
        @Nullable @Enumerated(EnumType.STRING) Period perPeriod) {

    public enum Period {
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        YEAR(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        int months() {
            return months;
        }
    }

    public static final Counts NONE = new Counts(null, null, null, null, null);

    @JsonIgnore
    public boolean isGiven() {
        return minCount != null || maxCount != null || targetCount != null;
    }

    /// The target lies between the least and the most.
    public boolean contradict() {
        return isAbove(minCount, maxCount) || isAbove(minCount, targetCount) || isAbove(targetCount, maxCount);
    }

    private static boolean isAbove(@Nullable Integer less, @Nullable Integer more) {
        return less != null && more != null && less > more;
    }
}
