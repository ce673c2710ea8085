package vn.tiendo.notifications.preference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;

/// The hours of offices on working days, at +07:00.
record WorkingHours(List<Span> spans) {

    /// Eight hours with a break at noon.
    static final WorkingHours OFFICE = new WorkingHours(List.of(
            new Span(LocalTime.of(7, 30), LocalTime.of(11, 30)), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30))));

    /// A calendar with hardly a working day would be wrong data; searching stops after so many days.
    private static final int FARTHEST = 120;

    /// A part of the day, its end not included.
    record Span(LocalTime from, LocalTime to) {}

    /// The moment at which so much working time has passed.
    Instant after(Instant start, Duration working, WorkingDays calendar) {
        var left = working;
        var began = start.atZone(Days.ZONE).toLocalDateTime();
        for (int ahead = 0; ahead < FARTHEST; ahead++) {
            var day = began.toLocalDate().plusDays(ahead);
            for (var span : calendar.isWorking(day) ? spans : List.<Span>of()) {
                var opens = day.atTime(span.from);
                var from = opens.isBefore(began) ? began : opens;
                var open = Duration.between(from, day.atTime(span.to));
                if (open.isPositive()) {
                    if (left.compareTo(open) <= 0) {
                        return from.plus(left).atZone(Days.ZONE).toInstant();
                    }
                    left = left.minus(open);
                }
            }
        }
        return start.plus(Duration.ofDays(FARTHEST));
    }
}
