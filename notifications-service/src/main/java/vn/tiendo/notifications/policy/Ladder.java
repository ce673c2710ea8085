package vn.tiendo.notifications.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;

/// The rungs on which somebody who still owes something is reminded, earliest first, each at most once.
///
/// @param hour time of day at +07:00
public record Ladder(List<Rung> rungs, DayCount dayCount, LocalTime hour) {

    /// Fourteen, seven, three days and one day before, on the last on-time day, one, three and seven days after
    /// it.
    public static final Ladder SHIPPED = Ladder.of(-14, -7, -3, -1, 0, 1, 3, 7);

    public Ladder {
        rungs = rungs.stream().distinct().sorted().toList();
    }

    /// In calendar days, at the hour that is shipped.
    public static Ladder of(int... days) {
        return new Ladder(IntStream.of(days).mapToObj(Rung::new).toList(), DayCount.CALENDAR, Rung.HOUR);
    }

    /// A rung with its moment.
    ///
    /// @param waits false when the moment has passed and nothing is to be sent for it any more
    /// @param policyId whose rung it is; null for the shipped one
    public record Step(
            Rung rung,
            LocalDate day,
            Instant firesAt,
            boolean waits,
            @Nullable UUID policyId) {}

    /// The day of a rung. On the last on-time day itself it is that day, working or not.
    LocalDate dayOf(Rung rung, LocalDate dueDay, WorkingDays calendar) {
        return dayCount == DayCount.WORKING ? calendar.plus(dueDay, rung.days()) : rung.dayFor(dueDay);
    }

    /// All rungs for a last on-time day when no other ladder has a say, in calendar days.
    ///
    /// @see Timetable#stepsFor
    public List<Step> stepsFor(LocalDate dueDay, Instant now) {
        return new Timetable(List.of(DatedLadder.always(this))).stepsFor(dueDay, now, new WorkingDays(Map.of()));
    }

    public int[] days() {
        return Arrays.copyOf(rungs.stream().mapToInt(Rung::days).toArray(), rungs.size());
    }
}
