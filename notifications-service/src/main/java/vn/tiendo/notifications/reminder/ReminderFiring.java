package vn.tiendo.notifications.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.policy.Audience;
import vn.tiendo.notifications.policy.Timetables;
import vn.tiendo.notifications.reminder.Recipients.Above;
import vn.tiendo.notifications.reminder.Recipients.Asked;
import vn.tiendo.notifications.reminder.Recipients.Found;
import vn.tiendo.notifications.reminder.ReminderRepository.Due;
import vn.tiendo.notifications.reminder.ReminderRepository.Settled;
import vn.tiendo.notifications.reminder.RollUpRepository.Key;
import vn.tiendo.notifications.reminder.RollUpRepository.Wanted;
import vn.tiendo.notifications.template.PublishedTemplates;
import vn.tiendo.notifications.template.Purpose;

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
    RollUpRepository rollUps;

    @Inject
    Recipients recipients;

    @Inject
    Timetables timetables;

    @Inject
    PublishedTemplates templates;

    @Inject
    NotificationService notifications;

    @Inject
    AnswerFollowing answers;

    @Inject
    MeterRegistry meters;

    @Inject
    DatabaseTime time;

    @ConfigProperty(name = "tiendo.reminders.batch", defaultValue = "500")
    int batch;

    /// What a batch did.
    ///
    /// @param claimed reminders that were due
    /// @param delivered notifications that came of them
    /// @param more whether there may be more to do right away
    /// @param last where the batch ended; null when nothing was due
    public record Fired(
            int claimed,
            int delivered,
            boolean more,
            @Nullable Position last) {}

    /// Where a reminder stands among those that wait.
    public record Position(Instant firesAt, UUID id) {

        static final Position BEFORE_ALL = new Position(Instant.EPOCH, new UUID(0, 0));
    }

    @Transactional
    public Fired fireBatch() {
        return fireBatchAfter(Position.BEFORE_ALL);
    }

    /// Goes on where the last batch ended, so that a morning of hundreds of thousands does not walk over all
    /// that it has done already. What stays behind, because another replica had it, is found when somebody
    /// begins anew.
    @Transactional
    public Fired fireBatchAfter(Position position) {
        var now = time.now();
        var due = reminders.claim(now, position, batch);
        if (due.isEmpty()) {
            return new Fired(0, 0, false, null);
        }
        var audiences = timetables.audiencesOf(
                due.stream().map(Due::policyId).filter(Objects::nonNull).collect(Collectors.toSet()));
        var said = due.stream()
                .filter(one -> one.waits() && !one.passedOver() && audienceOf(one, audiences) != null)
                .toList();
        var told = recipients.of(
                said.stream()
                        .map(one -> asked(one, audiences, audience -> !audience.concernsSuperior()))
                        .toList(),
                Days.dayOf(now));
        var heard = answers.heard(said.stream()
                .filter(one -> one.rung() <= 0)
                .map(one -> one.about().dutyId())
                .collect(Collectors.toSet()));
        var superiors = askSuperiors(said, audiences);
        var inForce = templates.at(
                said.stream().map(Due::path).filter(Objects::nonNull).toList());
        var saying = said.stream().map(Due::id).collect(Collectors.toSet());
        var written = new ArrayList<Notification>();
        var settled = new ArrayList<Settled>();
        for (var one : due) {
            var found = told.getOrDefault(one.id(), List.of());
            settled.add(new Settled(
                    one.id(),
                    statusOf(one, saying.contains(one.id()), found, isOnlyForSuperiors(one, audiences, superiors))));
            found.stream()
                    .filter(recipient -> !AnswerFollowing.isHeard(one, recipient, heard))
                    .forEach(recipient -> written.add(write(one, recipient, inForce, now)));
        }
        reminders.settle(settled, now);
        var delivered = notifications.deliver(written);
        meters.counter("tiendo.reminders.fired").increment(delivered);
        meters.counter("tiendo.reminders.unaddressed")
                .increment(settled.stream()
                        .filter(one -> one.status() == ReminderStatus.UNADDRESSED)
                        .count());
        var last = due.getLast();
        return new Fired(due.size(), delivered, due.size() == batch, new Position(last.firesAt(), last.id()));
    }

    /// One row for each superior, however many subordinates are behind it.
    ///
    /// @return the reminders that some superior hears of
    private Set<UUID> askSuperiors(List<Due> said, Map<@Nullable UUID, Map<Integer, List<Audience>>> audiences) {
        var asked = new HashMap<UUID, Asked>();
        said.stream().filter(one -> one.member() == null).forEach(one -> {
            var question = asked(one, audiences, Audience::concernsSuperior);
            if (!question.audience().isEmpty()) {
                asked.put(one.id(), question);
            }
        });
        if (asked.isEmpty()) {
            return Set.of();
        }
        var above = recipients.superiorsOf(asked.values());
        var wanted = new LinkedHashMap<Key, Wanted>();
        for (var one : said) {
            var question = asked.get(one.id());
            if (question == null) {
                continue;
            }
            for (var audience : question.audience()) {
                var superior = above.get(new Above(question.organisationId(), audience.level()));
                if (superior != null) {
                    var wish = wish(one, superior, audience);
                    wanted.merge(wish.key(), wish, ReminderFiring::both);
                }
            }
        }
        rollUps.request(wanted.values().stream()
                .sorted(Comparator.comparing(one -> one.key().toString()))
                .toList());
        return asked.keySet();
    }

    private static Wanted wish(Due one, UUID superior, Audience audience) {
        return new Wanted(
                Uuid7.next(),
                Objects.requireNonNull(one.about().planId()),
                new Key(
                        Objects.requireNonNull(one.about().obligationId()),
                        Objects.requireNonNullElse(one.matter().occurrence(), ""),
                        one.dueDay(),
                        one.rung(),
                        superior,
                        audience.level()),
                EnumSet.of(audience.role()),
                one.firesAt());
    }

    private static Wanted both(Wanted one, Wanted other) {
        var roles = EnumSet.copyOf(one.roles());
        roles.addAll(other.roles());
        return new Wanted(one.id(), one.planId(), one.key(), roles, one.firesAt());
    }

    private static @Nullable List<Audience> audienceOf(
            Due one, Map<@Nullable UUID, Map<Integer, List<Audience>>> audiences) {
        return audiences.getOrDefault(one.policyId(), Map.of()).get(one.rung());
    }

    private static Asked asked(
            Due one, Map<@Nullable UUID, Map<Integer, List<Audience>>> audiences, Predicate<Audience> wanted) {
        return new Asked(
                one.id(),
                one.about().organisationId(),
                one.member(),
                Objects.requireNonNullElse(audienceOf(one, audiences), List.<Audience>of()).stream()
                        .filter(wanted)
                        .toList());
    }

    private static boolean isOnlyForSuperiors(
            Due one, Map<@Nullable UUID, Map<Integer, List<Audience>>> audiences, Set<UUID> superiors) {
        return superiors.contains(one.id())
                && Objects.requireNonNullElse(audienceOf(one, audiences), List.<Audience>of()).stream()
                        .allMatch(Audience::concernsSuperior);
    }

    /// Gives reminders that found nobody another chance.
    @Transactional
    public int retry() {
        return reminders.retryUnaddressed(batch);
    }

    /// Business time was set back, which only demonstrations and tests do.
    @Transactional
    public int planAhead() {
        return reminders.planAhead(time.now(), batch);
    }

    private static ReminderStatus statusOf(Due due, boolean said, List<Found> found, boolean onlyForSuperiors) {
        if (due.waits() && due.passedOver()) {
            return ReminderStatus.SUPERSEDED;
        }
        if (!said) {
            return ReminderStatus.CANCELLED;
        }
        return found.isEmpty() && !onlyForSuperiors ? ReminderStatus.UNADDRESSED : ReminderStatus.FIRED;
    }

    private static Notification write(Due due, Found found, PublishedTemplates.InForce inForce, Instant now) {
        var recipient = found.recipient();
        var purpose = due.member() == null ? Purpose.DEBTOR : Purpose.MEMBER;
        var values =
                ReminderText.values(purpose, due.matter(), null, due.dueDay(), Days.dayOf(now), recipient.language());
        var words = inForce.words(
                purpose,
                recipient.language(),
                due.path(),
                values,
                () -> ReminderText.shipped(purpose, values, recipient.language()));
        return new Notification(due.about(), recipient, words.title(), words.text(), words.thin(), now);
    }
}
