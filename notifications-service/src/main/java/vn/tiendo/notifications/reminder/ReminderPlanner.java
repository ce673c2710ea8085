package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyRepository;
import vn.tiendo.notifications.duty.DutyRepository.Change;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.policy.ReminderPolicy;
import vn.tiendo.notifications.reminder.ReminderRepository.Planned;

/// Lets reminders follow what is owed: planned, planned anew when the day moves, cancelled as soon as nothing
/// is left to do.
///
/// Repeatable: the same state a second time plans nothing, and what has fired for a day never fires for that
/// day again.
@ApplicationScoped
public class ReminderPlanner {

    @Inject
    DutyRepository duties;

    @Inject
    ReminderRepository reminders;

    @Inject
    ReminderPolicy policy;

    @Inject
    NotificationService notifications;

    @Inject
    Clock clock;

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
        var sorted = changes.stream()
                .sorted(Comparator.comparing(change -> change.duty().id()))
                .toList();
        var now = clock.instant();
        var ids = sorted.stream().map(change -> change.duty().id()).toList();
        var dueDays = new ArrayList<@Nullable LocalDate>();
        sorted.forEach(change -> dueDays.add(change.remind() ? change.duty().dueDay() : null));
        reminders.cancelExcept(ids, dueDays, now);
        reminders.plan(sorted.stream()
                .filter(Change::remind)
                .flatMap(change -> stepsOf(change.duty(), now).stream())
                .toList());
        notifications.resolve(ids, dueDays, now);
    }

    private List<Planned> stepsOf(Duty duty, Instant now) {
        var dueDay = duty.dueDay();
        if (dueDay == null) {
            return List.of();
        }
        return policy.ladderFor(duty.organisationId(), duty.obligationKind()).stepsFor(dueDay, now).stream()
                .map(step -> new Planned(
                        Uuid7.next(),
                        duty.id(),
                        step.rung().days(),
                        dueDay,
                        step.firesAt(),
                        step.waits() ? ReminderStatus.PLANNED : ReminderStatus.SUPERSEDED))
                .toList();
    }
}
