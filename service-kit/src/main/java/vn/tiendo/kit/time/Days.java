package vn.tiendo.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Turns moments into days and days into moments, in the one zone in which all deadlines are read.
public final class Days {

    /// Viet Nam has had one offset, +07:00, since 1975 and no daylight saving.
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Days() {}

    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /// The first instant of the day, midnight at +07:00.
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /// The first instant after the day: what is received now is no longer of that day.
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
