package vn.tiendo.notifications.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.tiendo.kit.time.Days;

/// One step of a ladder: so many calendar days after the last on-time day, or before it when negative.
public record Rung(int days) implements Comparable<Rung> {

    /// Reminders go out when offices open, at +07:00.
    public static final LocalTime HOUR = LocalTime.of(8, 0);

    private static final int FARTHEST = 366;

    public Rung {
        if (Math.abs(days) > FARTHEST) {
            throw new IllegalArgumentException("A rung lies at most a year away from the last on-time day");
        }
    }

    public LocalDate dayFor(LocalDate dueDay) {
        return dueDay.plusDays(days);
    }

    public Instant firesAt(LocalDate dueDay) {
        return momentOn(dayFor(dueDay));
    }

    /// When the reminders of a day go out.
    public static Instant momentOn(LocalDate day) {
        return day.atTime(HOUR).atZone(Days.ZONE).toInstant();
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
