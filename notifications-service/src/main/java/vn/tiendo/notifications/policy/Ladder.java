package vn.tiendo.notifications.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.tiendo.kit.time.Days;

/// The rungs on which somebody who still owes something is reminded, earliest first, each at most once.
public record Ladder(List<Rung> rungs) {

    /// Fourteen, seven, three days and one day before, on the last on-time day, one, three and seven days after
    /// it.
    public static final Ladder SHIPPED = Ladder.of(-14, -7, -3, -1, 0, 1, 3, 7);

    /// Within so many days of the last on-time day a reminder that was missed is still worth sending.
    private static final int NEAR_DAYS = 3;

    public Ladder {
        rungs = rungs.stream().distinct().sorted().toList();
    }

    public static Ladder of(int... days) {
        return new Ladder(IntStream.of(days).mapToObj(Rung::new).toList());
    }

    /// A rung with its moment.
    ///
    /// @param waits false when the moment has passed and nothing is to be sent for it any more
    public record Step(Rung rung, Instant firesAt, boolean waits) {}

    /// All rungs for a last on-time day, as seen now: those ahead wait; of those that have passed at most the
    /// newest does, and only when it fell on today, the day is near, or it is over. So somebody assigned late
    /// is told once, not five times.
    public List<Step> stepsFor(LocalDate dueDay, Instant now) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < rungs.size(); i++) {
            var rung = rungs.get(i);
            var isPassed = !rung.firesAt(dueDay).isAfter(now);
            var isNewestPassed = isPassed
                    && (i == rungs.size() - 1
                            || rungs.get(i + 1).firesAt(dueDay).isAfter(now));
            var waits = !isPassed || (isNewestPassed && isStillWorthSaying(rung, dueDay, Days.dayOf(now)));
            steps.add(new Step(rung, rung.firesAt(dueDay), waits));
        }
        return List.copyOf(steps);
    }

    private static boolean isStillWorthSaying(Rung missed, LocalDate dueDay, LocalDate today) {
        return missed.dayFor(dueDay).equals(today) || !today.isBefore(dueDay.minusDays(NEAR_DAYS));
    }

    public int[] days() {
        return Arrays.copyOf(rungs.stream().mapToInt(Rung::days).toArray(), rungs.size());
    }
}
