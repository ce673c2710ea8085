package vn.tiendo.registrations.rating;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What a rating is about: a year, or a quarter of one where the regulation knows such.
///
/// @param quarter 1 to 4; 0 for the whole year
@Embeddable
record RatingPeriod(int year, int quarter) {

    private static final int WHOLE_YEAR = 0;

    static RatingPeriod of(int year) {
        return new RatingPeriod(year, WHOLE_YEAR);
    }

    static RatingPeriod of(int year, @Nullable Integer quarter) {
        return new RatingPeriod(year, quarter == null ? WHOLE_YEAR : quarter);
    }

    boolean isYear() {
        return quarter == WHOLE_YEAR;
    }

    /// Whoever is in force on it governs the period.
    LocalDate lastDay() {
        return YearMonth.of(year, isYear() ? 12 : quarter * 3).atEndOfMonth();
    }

    /// The day whose memberships say where a person is rated: the last of the period, while it lasts today.
    LocalDate countingDay(LocalDate today) {
        return today.isBefore(lastDay()) ? today : lastDay();
    }

    /// Absent for the whole year.
    @Nullable
    Integer namedQuarter() {
        return isYear() ? null : quarter;
    }

    @Override
    public String toString() {
        return isYear() ? Integer.toString(year) : year + "-Q" + quarter;
    }
}
