package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.DutyRepository;
import vn.tiendo.notifications.duty.DutyRepository.Change;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.policy.Ladder.Step;
import vn.tiendo.notifications.policy.Timetables;
import vn.tiendo.notifications.policy.Timetables.Held;
import vn.tiendo.notifications.policy.Timetables.Place;
import vn.tiendo.notifications.reminder.ReminderRepository.Planned;

/// Lets reminders follow what is owed: planned, planned anew when the day moves, cancelled as soon as nothing
/// is left to do.
///
/// Repeatable: the same state a second time plans nothing, and what has fired for a day never fires for that
/// day again. What is ahead is judged by the same clock by which it fires.
@ApplicationScoped
public class ReminderPlanner {

    /// A registration goes by the policies that are made for this kind, or for every kind.
    private static final String REGISTRATION = "INDIVIDUAL_REGISTRATION";

    @Inject
    DutyRepository duties;

    @Inject
    ReminderRepository reminders;

    @Inject
    RollUpRepository rollUps;

    @Inject
    Timetables timetables;

    @Inject
    NotificationService notifications;

    @Inject
    DatabaseTime time;

    /// Takes the newest states of duties.
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(List<Duty> newest) {
        follow(duties.put(newest));
    }

    /// Takes duties of which it is known that they changed. Sorted, so that two transactions lock in the same
    /// order.
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var sorted = sorted(changes);
        var now = time.now();
        var ids = sorted.stream().map(change -> change.duty().id()).toList();
        var dueDays = new ArrayList<@Nullable LocalDate>();
        sorted.forEach(change -> dueDays.add(change.remind() ? change.duty().dueDay() : null));
        reminders.cancelExcept(ids, dueDays, now);
        var reminded = sorted.stream().filter(Change::remind).toList();
        var held = timetables.at(reminded.stream().map(ReminderPlanner::place).toList());
        reminders.plan(
                reminded.stream()
                        .flatMap(change -> planned(change, held, now, false).stream())
                        .toList(),
                now);
        notifications.resolve(ids, dueDays, now);
        rollUps.lookAgain(sorted.stream()
                .filter(change -> !change.remind())
                .map(change -> change.duty().obligationId())
                .distinct()
                .sorted()
                .toList());
    }

    /// Takes duties that stay as they are while another ladder holds, or other days count: what is ahead moves, what
    /// was said stays said.
    @Transactional(Transactional.TxType.MANDATORY)
    void planAnew(List<Change> unchanged) {
        if (unchanged.isEmpty()) {
            return;
        }
        var sorted = sorted(unchanged);
        var now = time.now();
        var held = timetables.at(sorted.stream().map(ReminderPlanner::place).toList());
        var rungs = sorted.stream()
                .flatMap(change -> planned(change, held, now, true).stream())
                .toList();
        reminders.cancelOthers(sorted.stream().map(change -> change.duty().id()).toList(), rungs, now);
        reminders.plan(rungs, now);
    }

    private static List<Change> sorted(List<Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(change -> change.duty().id()))
                .toList();
    }

    private static Place place(Change change) {
        return new Place(
                change.path(),
                change.duty().kind() == DutyKind.REGISTRATION
                        ? REGISTRATION
                        : change.duty().obligationKind());
    }

    private static List<Planned> planned(Change change, Held held, Instant now, boolean onlyAhead) {
        var dueDay = change.duty().dueDay();
        if (dueDay == null) {
            return List.of();
        }
        var timetable = held.at(place(change));
        var steps = onlyAhead
                ? timetable.stepsAhead(dueDay, now, held.calendar())
                : timetable.stepsFor(dueDay, now, held.calendar());
        return steps.stream()
                .map(step -> planned(change.duty().id(), dueDay, step))
                .toList();
    }

    private static Planned planned(UUID duty, LocalDate dueDay, Step step) {
        return new Planned(
                Uuid7.next(),
                duty,
                step.rung().days(),
                dueDay,
                step.firesAt(),
                step.waits() ? ReminderStatus.PLANNED : ReminderStatus.SUPERSEDED,
                step.policyId());
    }
}
