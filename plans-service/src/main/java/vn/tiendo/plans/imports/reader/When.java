package vn.tiendo.plans.imports.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A date as words name it: a day, some days, a month or several, a quarter, half a year, a year or a span; `end`
/// is the token after it.
///
/// @param year 0 where the words name none
/// @param first the day, month or quarter; the first of several
/// @param last the last of several, else the same
record When(Form form, int start, int end, int year, int lastYear, int month, int first, int last) {

    enum Form {
        DAY,
        DAYS,
        DAY_ONLY,
        MONTHS,
        QUARTERS,
        PART_OF_YEAR,
        YEARS,
        SCHOOL_YEAR,
        SPAN
    }

    /// Its first and last day; null where no year is to be had or the day does not exist.
    record Days(LocalDate from, LocalDate to, boolean yearInherited) {}

    @Nullable
    Days days(PlanYears years) {
        int firstMonth = firstMonth();
        Integer read = year > 0 ? Integer.valueOf(year) : firstMonth == 0 ? years.first() : years.yearOf(firstMonth);
        if (read == null || form == Form.DAY_ONLY) {
            return null;
        }
        boolean inherited = year == 0;
        try {
            return switch (form) {
                case DAY, DAYS ->
                    new Days(LocalDate.of(read, month, first), LocalDate.of(read, month, last), inherited);
                case MONTHS ->
                    new Days(
                            LocalDate.of(read, first, 1),
                            YearMonth.of(last < first ? read + 1 : read, last).atEndOfMonth(),
                            inherited);
                case QUARTERS ->
                    new Days(
                            LocalDate.of(read, 3 * first - 2, 1),
                            YearMonth.of(read, 3 * last).atEndOfMonth(),
                            inherited);
                case PART_OF_YEAR ->
                    new Days(
                            LocalDate.of(read, first, 1),
                            YearMonth.of(read, last).atEndOfMonth(),
                            inherited);
                case YEARS, SPAN ->
                    new Days(LocalDate.of(read, 1, 1), LocalDate.of(lastYear > 0 ? lastYear : read, 12, 31), inherited);
                case SCHOOL_YEAR -> new Days(LocalDate.of(read, 9, 1), LocalDate.of(read + 1, 5, 31), inherited);
                case DAY_ONLY -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int firstMonth() {
        return switch (form) {
            case DAY, DAYS -> month;
            case MONTHS, PART_OF_YEAR -> first;
            case QUARTERS -> 3 * first - 2;
            case DAY_ONLY, YEARS, SCHOOL_YEAR, SPAN -> 0;
        };
    }

    /// Is it one exact day?
    boolean isDay() {
        return form == Form.DAY;
    }

    boolean isPeriod() {
        return switch (form) {
            case DAYS, MONTHS, QUARTERS, PART_OF_YEAR -> true;
            case DAY, DAY_ONLY, YEARS, SCHOOL_YEAR, SPAN -> false;
        };
    }

    When withYear(int given) {
        return new When(form, start, end, given, lastYear, month, first, last);
    }

    /// The same day of a month named later ("từ ngày 15 đến ngày 20/3").
    When inMonth(int given, int givenYear) {
        return new When(Form.DAY, start, end, givenYear, 0, given, first, last);
    }
}
