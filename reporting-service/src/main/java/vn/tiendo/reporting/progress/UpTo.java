package vn.tiendo.reporting.progress;

import java.time.LocalDate;

/// The rows that add up to the number of a day: all months before an edge between two of them, then the sixths of a
/// month from there to an edge near the day, then the days from there to its end. Sixths and days are added when they
/// lie before it and taken off when they lie behind it; so there are never more than three of each.
///
/// @param monthsEnd the first day that does not belong to the months
record UpTo(LocalDate monthsEnd, Leg sixths, Leg days) {

    /// @param end the first day that does not belong to it; none when it is the first one
    /// @param sign 1 to add, -1 to take off
    record Leg(LocalDate from, LocalDate end, int sign) {

        private static Leg between(LocalDate start, LocalDate goal) {
            return start.isAfter(goal) ? new Leg(goal, start, -1) : new Leg(start, goal, 1);
        }

        /// @return 0 when the stretch that begins on this day is not part of it
        int signOn(LocalDate beginning) {
            return beginning.isBefore(from) || !beginning.isBefore(end) ? 0 : sign;
        }
    }

    /// @param day the last day whose changes count
    static UpTo theEndOf(LocalDate day) {
        var end = day.plusDays(1);
        var sixth = Stretch.SIXTH.nearestEdge(end);
        var month = Stretch.MONTH.nearestEdge(sixth);
        return new UpTo(month, Leg.between(month, sixth), Leg.between(sixth, end));
    }

    /// How a row counts: 1, -1, or 0 for not at all.
    int sign(Stretch stretch, LocalDate beginning) {
        return switch (stretch) {
            case MONTH -> beginning.isBefore(monthsEnd) ? 1 : 0;
            case SIXTH -> sixths.signOn(beginning);
            case DAY -> days.signOn(beginning);
        };
    }
}
