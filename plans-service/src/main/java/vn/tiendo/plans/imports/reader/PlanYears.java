package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The year or years that a plan governs; dates without a year take theirs from it.
///
/// @param first null where the text names none
/// @param schoolYear months from August on belong to the first year, the others to the next
/// @param issued the day of issue, to tell a January after it from one before
/// @param fromIssue the year is only that of the day of issue
record PlanYears(
        @Nullable Integer first,
        @Nullable Integer last,
        boolean schoolYear,
        @Nullable LocalDate issued,
        boolean fromIssue) {

    static final PlanYears UNKNOWN = new PlanYears(null, null, false, null, false);
    private static final int FIRST_SCHOOL_MONTH = 8;

    static PlanYears of(int year) {
        return new PlanYears(year, year, false, null, false);
    }

    @Nullable
    Integer yearOf(int month) {
        if (first == null) {
            return null;
        }
        if (schoolYear) {
            return month >= FIRST_SCHOOL_MONTH ? first : Integer.valueOf(first + 1);
        }
        boolean turn = fromIssue && issued != null && issued.getMonthValue() >= 10 && month <= 4;
        return turn ? Integer.valueOf(first + 1) : first;
    }

    @Nullable
    LocalDate periodFrom() {
        if (first == null) {
            return null;
        }
        return schoolYear ? LocalDate.of(first, 9, 1) : LocalDate.of(first, 1, 1);
    }

    @Nullable
    LocalDate periodTo() {
        if (last == null) {
            return null;
        }
        return schoolYear ? LocalDate.of(last, 5, 31) : LocalDate.of(last, 12, 31);
    }
}
