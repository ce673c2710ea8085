package vn.tiendo.notifications.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.reminder.Recipients.Found;
import vn.tiendo.notifications.reminder.ReminderRepository.Due;
import vn.tiendo.notifications.reminder.ReminderRepository.Settled;

/// Fires what is due, a bounded batch per transaction: the claim, the notifications, their events and the mark
/// commit together or not at all, so a kill in between leaves everything due and nobody is told twice.
///
/// Whether a reminder is due is judged by business time; it says what holds at that moment, not what was
/// planned.
@ApplicationScoped
public class ReminderFiring {

    @Inject
    ReminderRepository reminders;

    @Inject
    Recipients recipients;

    @Inject
    NotificationService notifications;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @ConfigProperty(name = "tiendo.reminders.batch", defaultValue = "500")
    int batch;

    /// What a batch did.
    ///
    /// @param claimed reminders that were due
    /// @param delivered notifications that came of them
    /// @param more whether there may be more to do right away
    public record Fired(int claimed, int delivered, boolean more) {}

    @Transactional
    public Fired fireBatch() {
        var now = clock.instant();
        var due = reminders.claim(now, batch);
        if (due.isEmpty()) {
            return new Fired(0, 0, false);
        }
        var told = recipients.of(
                due.stream()
                        .filter(one -> one.waits() && !one.passedOver())
                        .map(one -> one.about().reminderId())
                        .toList(),
                Days.dayOf(now));
        var written = new ArrayList<Notification>();
        var settled = new ArrayList<Settled>();
        for (var one : due) {
            var found = told.getOrDefault(one.about().reminderId(), List.of());
            settled.add(new Settled(one.about().reminderId(), statusOf(one, found)));
            found.forEach(recipient -> written.add(write(one, recipient, now)));
        }
        reminders.settle(settled, now);
        var delivered = notifications.deliver(written);
        meters.counter("tiendo.reminders.fired").increment(delivered);
        return new Fired(due.size(), delivered, due.size() == batch);
    }

    /// Gives reminders that found nobody another chance.
    @Transactional
    public int retry() {
        return reminders.retryUnaddressed(batch);
    }

    /// Business time was set back, which only demonstrations and tests do.
    @Transactional
    public int planAhead() {
        return reminders.planAhead(clock.instant(), batch);
    }

    private static ReminderStatus statusOf(Due due, List<Found> found) {
        if (!due.waits()) {
            return ReminderStatus.CANCELLED;
        }
        if (due.passedOver()) {
            return ReminderStatus.SUPERSEDED;
        }
        return found.isEmpty() ? ReminderStatus.UNADDRESSED : ReminderStatus.FIRED;
    }

    private static Notification write(Due due, Found found, Instant now) {
        var recipient = found.recipient();
        var words = ReminderText.of(due, recipient.escalated(), recipient.language(), Days.dayOf(now));
        return new Notification(due.about(), recipient, words.title(), words.text(), now);
    }
}
