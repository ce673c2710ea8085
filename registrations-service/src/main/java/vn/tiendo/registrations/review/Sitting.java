package vn.tiendo.registrations.review;

import java.time.LocalDate;

/// The meeting at which members are reviewed for a year: in it, or in the first quarter of the next.
///
/// @throws MemberReviewProblem.ReviewDayOutOfYear when the day is another one
record Sitting(int year, LocalDate heldOn) {

    private static final int MONTHS_AFTERWARDS = 3;

    static Sitting of(int year, LocalDate heldOn, LocalDate today) {
        var first = LocalDate.of(year, 1, 1);
        var last = first.plusYears(1).plusMonths(MONTHS_AFTERWARDS).minusDays(1);
        if (heldOn.isBefore(first) || heldOn.isAfter(last) || heldOn.isAfter(today)) {
            throw new MemberReviewProblem.ReviewDayOutOfYear(heldOn, year, today.isBefore(last) ? today : last);
        }
        return new Sitting(year, heldOn);
    }

    /// The day whose memberships say who is to be reviewed: the last of the year, while it lasts today.
    static LocalDate countingDay(int year, LocalDate today) {
        var last = LocalDate.of(year, 12, 31);
        return today.isBefore(last) ? today : last;
    }
}
