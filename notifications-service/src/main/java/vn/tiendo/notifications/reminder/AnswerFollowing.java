package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.inbox.Acknowledgement;
import vn.tiendo.notifications.inbox.Answered;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.policy.Audience;
import vn.tiendo.notifications.reminder.Recipients.Asked;
import vn.tiendo.notifications.reminder.Recipients.Found;

/// What an answer does to the chain of reminders: whoever has answered hears nothing more of the same day until it is
/// over, and "cannot do" goes to whoever is above, at once and with its reason.
@ApplicationScoped
class AnswerFollowing {

    /// The kind of notification that carries an answer upward.
    static final String CANNOT_DO = "CANNOT_DO";

    @Inject
    Recipients recipients;

    @Inject
    NotificationService notifications;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /// Somebody who has answered for a duty and its day.
    record Heard(UUID dutyId, String issuer, String subject) {}

    /// Who has answered for the day that holds, among the recipients of some duties. One statement.
    Set<Heard> heard(Collection<UUID> duties) {
        if (duties.isEmpty()) {
            return Set.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select distinct n.duty_id, n.recipient_issuer, n.recipient_subject
                          from notification n join duty d on d.id = n.duty_id
                         where n.duty_id = any(?1) and n.resolved_at is null and n.acknowledged_at is not null
                           and n.due_day = d.due_day""", Tuple.class)
                .setParameter(1, duties.toArray(UUID[]::new))
                .getResultList();
        var heard = new HashSet<Heard>();
        rows.forEach(row ->
                heard.add(new Heard(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class))));
        return heard;
    }

    /// Whether one of those found has answered already and need not hear of it before the day is over.
    static boolean isHeard(ReminderRepository.Due due, Found found, Set<Heard> heard) {
        return due.rung() <= 0
                && heard.contains(new Heard(
                        due.about().dutyId(),
                        found.recipient().issuer(),
                        found.recipient().subject()));
    }

    void follow(@Observes Answered answered) {
        var notification = answered.notification();
        if (notification.acknowledgement() != Acknowledgement.CANNOT_DO
                || notification.dueDay() == null
                || notification.assignmentId() == null && notification.registrationId() == null) {
            return;
        }
        var now = clock.instant();
        matterOf(notification.dutyId())
                .ifPresent(matter -> notifications.deliver(above(notification, now).stream()
                        .map(found -> written(notification, found, matter, now))
                        .toList()));
    }

    private Optional<Matter> matterOf(UUID duty) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select " + Matter.COLUMNS + " from duty d " + Matter.JOINS + " where d.id = ?1", Tuple.class)
                .setParameter(1, duty)
                .getResultList();
        return rows.stream().map(Matter::of).findFirst();
    }

    /// The secretary of a member's unit; else the officer of the superior, or its leader where there is no officer.
    private List<Found> above(Notification answered, Instant now) {
        var audiences = answered.registrationId() != null
                ? List.of(
                        new Audience(Role.CELL_SECRETARY, 0),
                        new Audience(Role.COMMITTEE_OFFICER, 1),
                        new Audience(Role.COMMITTEE_LEADER, 1))
                : List.of(new Audience(Role.COMMITTEE_OFFICER, 1), new Audience(Role.COMMITTEE_LEADER, 1));
        for (var audience : audiences) {
            var asked = new Asked(answered.id(), answered.organisationId(), null, List.of(audience));
            var found = recipients.of(List.of(asked), Days.dayOf(now)).getOrDefault(answered.id(), List.of()).stream()
                    .filter(one -> !one.recipient().issuer().equals(answered.recipientIssuer())
                            || !one.recipient().subject().equals(answered.recipientSubject()))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static Notification written(Notification answered, Found found, Matter matter, Instant now) {
        var words = ReminderText.cannotDo(
                matter,
                Objects.requireNonNull(answered.dueDay()),
                Objects.requireNonNullElse(answered.reason(), ""),
                found.recipient().language());
        return new Notification(
                new Notification.About(
                        answered.id(),
                        answered.dutyId(),
                        CANNOT_DO,
                        answered.planId(),
                        answered.obligationId(),
                        answered.campaignId(),
                        answered.organisationId(),
                        null,
                        answered.dueDay()),
                found.recipient(),
                words.title(),
                words.text(),
                words.thin(),
                now);
    }
}
