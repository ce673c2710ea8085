package vn.tiendo.notifications.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.Notification.About;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.inbox.Recipient;
import vn.tiendo.notifications.policy.Audience;
import vn.tiendo.notifications.reminder.Recipients.Asked;
import vn.tiendo.notifications.reminder.Recipients.Found;
import vn.tiendo.notifications.reminder.ReminderText.Count;
import vn.tiendo.notifications.reminder.RollUpRepository.Counted;
import vn.tiendo.notifications.reminder.RollUpRepository.Due;
import vn.tiendo.notifications.reminder.RollUpRepository.Example;
import vn.tiendo.notifications.reminder.RollUpRepository.Settled;
import vn.tiendo.notifications.template.PublishedTemplates;
import vn.tiendo.notifications.template.Purpose;

/// Tells superiors how many of their subordinates are missing, once per rung. The one that is missing alone is named.
///
/// Claim, count, notifications and the mark are one transaction, as with single reminders.
@ApplicationScoped
public class RollUpFiring {

    private static final int BATCH = 50;

    @Inject
    RollUpRepository rollUps;

    @Inject
    Recipients recipients;

    @Inject
    NotificationService notifications;

    @Inject
    PublishedTemplates templates;

    @Inject
    DatabaseTime time;

    @Inject
    MeterRegistry meters;

    /// @return whether there may be more to do right away
    @Transactional
    public boolean fireBatch() {
        rollUps.retryUnaddressed(BATCH);
        var now = time.now();
        var due = rollUps.claim(now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        var counted = rollUps.count(due.stream().map(Due::id).toList());
        var wanted = due.stream()
                .filter(one -> !one.recalled() && countOf(one, counted).missing() > 0)
                .toList();
        var ones = new HashMap<UUID, UUID>();
        wanted.forEach(one ->
                ones.put(one.id(), Objects.requireNonNull(countOf(one, counted).one())));
        var examples = rollUps.examples(ones);
        var told = recipients.of(wanted.stream().map(RollUpFiring::asked).toList(), Days.dayOf(now));
        var inForce = templates.at(
                due.stream().map(Due::superiorPath).filter(Objects::nonNull).toList());
        var written = new ArrayList<Notification>();
        var settled = new ArrayList<Settled>();
        for (var one : due) {
            var example = examples.get(one.id());
            var found = told.getOrDefault(one.id(), List.of());
            var count = countOf(one, counted);
            settled.add(new Settled(one.id(), statusOf(example, found), count));
            if (example != null) {
                found.forEach(
                        recipient -> written.add(write(one, count, example, recipient.recipient(), inForce, now)));
            }
        }
        rollUps.settle(settled, now);
        meters.counter("tiendo.reminders.rolled.up").increment(notifications.deliver(written));
        return due.size() == BATCH;
    }

    private static Counted countOf(Due one, Map<UUID, Counted> counted) {
        return counted.getOrDefault(one.id(), Counted.NOTHING);
    }

    private static Asked asked(Due one) {
        return new Asked(
                one.id(),
                one.key().superior(),
                null,
                one.roles().stream().map(role -> new Audience(role, 0)).toList());
    }

    private static ReminderStatus statusOf(@Nullable Example example, List<Found> found) {
        if (example == null) {
            return ReminderStatus.CANCELLED;
        }
        return found.isEmpty() ? ReminderStatus.UNADDRESSED : ReminderStatus.FIRED;
    }

    private static Notification write(
            Due one,
            Counted counted,
            Example example,
            Recipient holder,
            PublishedTemplates.InForce inForce,
            Instant now) {
        var superior = new Recipient(
                holder.issuer(), holder.subject(), holder.postId(), holder.memberId(), true, holder.language());
        var alone = counted.missing() == 1;
        var purpose = alone ? Purpose.SUPERIOR : Purpose.ROLL_UP;
        var matter = alone ? example.matter() : example.matter().of(one.superiorName());
        var values = ReminderText.values(
                purpose,
                matter,
                new Count(counted.missing(), counted.total()),
                one.key().dueDay(),
                Days.dayOf(now),
                superior.language());
        var words = inForce.words(
                purpose,
                superior.language(),
                one.superiorPath(),
                values,
                () -> ReminderText.shipped(purpose, values, superior.language()));
        return new Notification(
                alone ? aboutOne(one, example) : aboutAll(one),
                superior,
                words.title(),
                words.text(),
                words.thin(),
                now);
    }

    private static About aboutOne(Due one, Example example) {
        return new About(
                example.reminderId() == null ? one.id() : example.reminderId(),
                example.dutyId(),
                "ASSIGNMENT",
                one.planId(),
                one.key().obligationId(),
                null,
                example.organisationId(),
                one.key().rung(),
                example.dueDay());
    }

    private static About aboutAll(Due one) {
        return new About(
                one.id(),
                one.id(),
                "ROLL_UP",
                one.planId(),
                one.key().obligationId(),
                null,
                one.key().superior(),
                one.key().rung(),
                one.key().dueDay());
    }
}
