package vn.tiendo.reporting.regime;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The days whose data a report covers, as a rule: with months, of the year in which the period ends; without, from one
/// day of the month before the period to another of its last month (the 15th to the 14th).
///
/// @param fromPeriod years, or months, from the period to the one in which the window begins
record DataWindow(
        @Nullable Integer fromMonth,
        int fromDay,
        int fromPeriod,
        @Nullable Integer toMonth,
        int toDay,
        int toPeriod) {

    /// The days of one period; none when the rule ends before it begins there.
    Optional<DataSpan> spanOf(Period period) {
        var from = fromMonth == null
                ? clamped(period.first().plusMonths(fromPeriod), fromDay)
                : clamped(YearMonth.of(period.last().getYear() + fromPeriod, fromMonth), fromDay);
        var to = toMonth == null
                ? clamped(period.last().plusMonths(toPeriod), toDay)
                : clamped(YearMonth.of(period.last().getYear() + toPeriod, toMonth), toDay);
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DataSpan(from, to));
    }

    /// The 29th to the 31st are the last day of a month that is shorter.
    private static LocalDate clamped(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
