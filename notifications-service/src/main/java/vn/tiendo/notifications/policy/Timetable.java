package vn.tiendo.notifications.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.notifications.policy.Ladder.Step;

/// When somebody is reminded of one thing, out of all ladders that could have a say.
///
/// A rung goes by the ladder that holds on the rung's own day. So a policy that starts next month changes what is
/// said from next month on, and what lies before stays as it was.
public final class Timetable {

    /// Within so many days of the last on-time day a reminder that was missed is still worth sending.
    private static final int NEAR_DAYS = 3;

    private final List<DatedLadder> ladders;

    Timetable(List<DatedLadder> ladders) {
        this.ladders = ladders.stream().sorted(DatedLadder.STRONGEST_FIRST).toList();
    }

    /// All rungs for a last on-time day, as seen now: those ahead wait; of those that have passed at most the
    /// newest does, and only when it fell on today, the day is near, or it is over. So somebody assigned late
    /// is told once, not five times.
    public List<Step> stepsFor(LocalDate dueDay, Instant now, WorkingDays calendar) {
        var all = rungsFor(dueDay, calendar);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < all.size(); i++) {
            var step = all.get(i);
            var isPassed = !step.firesAt().isAfter(now);
            var isNewestPassed =
                    isPassed && (i == all.size() - 1 || all.get(i + 1).firesAt().isAfter(now));
            var waits = !isPassed || (isNewestPassed && isStillWorthSaying(step.day(), dueDay, Days.dayOf(now)));
            steps.add(new Step(step.rung(), step.day(), step.firesAt(), waits, step.policyId()));
        }
        return List.copyOf(steps);
    }

    /// The same for something that has been reminded of before: a rung that has passed was either said or did not
    /// exist on its day, so none of these waits.
    public List<Step> stepsAhead(LocalDate dueDay, Instant now, WorkingDays calendar) {
        return rungsFor(dueDay, calendar).stream()
                .map(step -> new Step(
                        step.rung(), step.day(), step.firesAt(), step.firesAt().isAfter(now), step.policyId()))
                .toList();
    }

    boolean countsWorkingDays() {
        return ladders.stream().anyMatch(dated -> dated.ladder().dayCount() == DayCount.WORKING);
    }

    private static boolean isStillWorthSaying(LocalDate missed, LocalDate dueDay, LocalDate today) {
        return missed.equals(today) || !today.isBefore(dueDay.minusDays(NEAR_DAYS));
    }

    /// A rung that two ladders have, each within its own time, is one rung: its earlier day counts.
    private List<Step> rungsFor(LocalDate dueDay, WorkingDays calendar) {
        var byRung = new HashMap<Integer, Step>();
        for (var dated : ladders) {
            for (var rung : dated.ladder().rungs()) {
                var day = dated.ladder().dayOf(rung, dueDay, calendar);
                if (governing(day).equals(dated)) {
                    var step = new Step(
                            rung, day, Rung.momentOn(day, dated.ladder().hour()), true, dated.policyId());
                    byRung.merge(
                            rung.days(), step, (one, other) -> other.firesAt().isBefore(one.firesAt()) ? other : one);
                }
            }
        }
        return byRung.values().stream()
                .sorted(Comparator.comparing(Step::firesAt).thenComparing(Step::rung))
                .toList();
    }

    private DatedLadder governing(LocalDate day) {
        return ladders.stream().filter(dated -> dated.holdsOn(day)).findFirst().orElseGet(ladders::getLast);
    }
}
