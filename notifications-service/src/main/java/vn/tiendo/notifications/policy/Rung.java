package vn.tiendo.notifications.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.tiendo.kit.time.Days;

/// One step of a ladder: so many days after the last on-time day, or before it when negative. Whether these are
/// calendar or working days is the ladder's business; a rung stays the same rung when the count changes.
public record Rung(int days) implements Comparable<Rung> {

    /// Reminders go out when offices open, at +07:00.
    public static final LocalTime HOUR = LocalTime.of(8, 0);

    static final int FARTHEST = 366;

    public Rung {
        if (Math.abs(days) > FARTHEST) {
            throw new IllegalArgumentException("A rung lies at most a year away from the last on-time day");
        }
    }

    /// In calendar days.
    public LocalDate dayFor(LocalDate dueDay) {
        return dueDay.plusDays(days);
    }

    /// The moment in calendar days, at the hour that is shipped.
    public Instant firesAt(LocalDate dueDay) {
        return momentOn(dayFor(dueDay), HOUR);
    }

    static Instant momentOn(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(Days.ZONE).toInstant();
    }

    /// Whether the last on-time day is over when this rung fires, so that the superior hears of it too.
    public boolean isOverdue() {
        return days > 0;
    }

    /// Stable name in answers and events: `BEFORE_14`, `ON_THE_DAY`, `AFTER_7`.
    public String label() {
        if (days == 0) {
            return "ON_THE_DAY";
        }
        return days < 0 ? "BEFORE_" + -days : "AFTER_" + days;
    }

    @Override
    public int compareTo(Rung other) {
        return Integer.compare(days, other.days);
    }
}
