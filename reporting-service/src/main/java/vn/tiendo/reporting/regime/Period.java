package vn.tiendo.reporting.regime;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// The months that an occurrence stands for: `2024-03`, `2024-Q1`, `2024-H1`, `2024`, or `2021-2023`.
record Period(YearMonth first, YearMonth last) {

    private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(\\d{4})))?");

    /// Nothing for labels that name no calendar period, such as `once` or a week.
    static Optional<Period> of(String occurrence) {
        var label = LABEL.matcher(occurrence);
        if (!label.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(label.group(1));
        if (label.group(2) != null) {
            return Optional.of(months(year, Integer.parseInt(label.group(2)), 1));
        }
        if (label.group(3) != null) {
            return Optional.of(months(year, Integer.parseInt(label.group(3)) * 3 - 2, 3));
        }
        if (label.group(4) != null) {
            return Optional.of(months(year, Integer.parseInt(label.group(4)) * 6 - 5, 6));
        }
        var last = label.group(5) == null ? year : Integer.parseInt(label.group(5));
        return last < year ? Optional.empty() : Optional.of(new Period(YearMonth.of(year, 1), YearMonth.of(last, 12)));
    }

    boolean isLongerThanAYear() {
        return length() > 12;
    }

    boolean isHalf() {
        return length() == 6;
    }

    private long length() {
        return first.until(last, ChronoUnit.MONTHS) + 1;
    }

    DataSpan span() {
        return new DataSpan(first.atDay(1), last.atEndOfMonth());
    }

    private static Period months(int year, int month, int length) {
        var first = YearMonth.of(year, month);
        return new Period(first, first.plusMonths(length - 1L));
    }
}
