package vn.tiendo.notifications.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.policy.Rung;

/// One message put before one person: a reminder, a roll-up, the notice of a recall or a broadcast. What was written
/// stays as it was, as evidence of what was served.
@Entity
public class Notification implements Versioned {

    public static final EventStream<Notification> STREAM =
            new EventStream<>("notifications.delivery.v1", DeliveryEvent::of);

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    /// Rises in the order in which notifications become visible; see
    /// [NotificationRepository#deliver(java.util.List)].
    @Column(insertable = false, updatable = false)
    private long position;

    private UUID reminderId;
    private String recipientIssuer;
    private String recipientSubject;

    @Nullable
    private UUID postId;

    @Nullable
    private UUID memberId;

    private UUID dutyId;
    private String dutyKind;

    @Nullable
    private UUID planId;

    @Nullable
    private UUID obligationId;

    @Nullable
    private UUID campaignId;

    private UUID organisationId;

    @Nullable
    private Integer rung;

    @Nullable
    private LocalDate dueDay;

    private boolean escalated;
    private String language;
    private String title;
    private String text;

    @Nullable
    private String thinText;

    private Instant deliveredAt;

    /// Null again once it has been put aside.
    @Nullable
    private Instant readAt;

    /// When it was first read, for good.
    @Nullable
    private Instant openedAt;

    @Nullable
    private Instant seenAt;

    @Nullable
    private Instant snoozedUntil;

    @Nullable
    private Instant archivedAt;

    @Nullable
    private Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Acknowledgement acknowledgement;

    @Nullable
    private String reason;

    @Nullable
    private Instant resolvedAt;

    protected Notification() {}

    /// @param thinText what may go through channels that others read along; null when there is no such wording
    public Notification(
            About about, Recipient recipient, String title, String text, @Nullable String thinText, Instant now) {
        reminderId = about.reminderId();
        dutyId = about.dutyId();
        dutyKind = about.dutyKind();
        planId = about.planId();
        obligationId = about.obligationId();
        campaignId = about.campaignId();
        organisationId = about.organisationId();
        rung = about.rung();
        dueDay = about.dueDay();
        recipientIssuer = recipient.issuer();
        recipientSubject = recipient.subject();
        postId = recipient.postId();
        memberId = recipient.memberId();
        escalated = recipient.escalated();
        language = recipient.language();
        this.title = title;
        this.text = text;
        this.thinText = thinText;
        deliveredAt = now;
    }

    /// What a notification is about, as ids and facts.
    ///
    /// @param reminderId what is told at most once to each person: a reminder, a roll-up, a recall or a broadcast
    /// @param dutyKind ASSIGNMENT, REGISTRATION, ROLL_UP, RECALL or BROADCAST
    /// @param dutyId of that kind; what ends with it marks the notification as resolved
    /// @param rung days after the last on-time day, negative before it
    public record About(
            UUID reminderId,
            UUID dutyId,
            String dutyKind,
            @Nullable UUID planId,
            @Nullable UUID obligationId,
            @Nullable UUID campaignId,
            UUID organisationId,
            @Nullable Integer rung,
            @Nullable LocalDate dueDay) {}

    /// @throws NotificationProblem.AlreadyAcknowledged the first answer stands
    /// @throws NotificationProblem.ReasonRequired when it cannot be done and nothing says why
    void acknowledge(Acknowledgement answer, @Nullable String why, Instant now) {
        if (acknowledgedAt != null) {
            throw new NotificationProblem.AlreadyAcknowledged();
        }
        if (answer == Acknowledgement.CANNOT_DO && (why == null || why.isBlank())) {
            throw new NotificationProblem.ReasonRequired();
        }
        acknowledgement = answer;
        reason = why == null ? null : why.strip();
        acknowledgedAt = now;
        read(now);
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
        if (openedAt == null) {
            openedAt = now;
        }
        if (seenAt == null) {
            seenAt = now;
        }
    }

    /// Out of the way until then, and unread again afterwards.
    ///
    /// @throws NotificationProblem.SnoozeUnfit when that is not within the next 90 days
    void snooze(Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new NotificationProblem.SnoozeUnfit(LONGEST_SNOOZE.toDays());
        }
        read(now);
        snoozedUntil = until;
        readAt = null;
    }

    void archive(Instant now) {
        read(now);
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void takeBack() {
        archivedAt = null;
        snoozedUntil = null;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    public long position() {
        return position;
    }

    public UUID reminderId() {
        return reminderId;
    }

    public String recipientIssuer() {
        return recipientIssuer;
    }

    public String recipientSubject() {
        return recipientSubject;
    }

    public @Nullable UUID postId() {
        return postId;
    }

    public @Nullable UUID memberId() {
        return memberId;
    }

    public UUID dutyId() {
        return dutyId;
    }

    public String dutyKind() {
        return dutyKind;
    }

    public @Nullable UUID assignmentId() {
        return dutyKind.equals("ASSIGNMENT") ? dutyId : null;
    }

    public @Nullable UUID registrationId() {
        return dutyKind.equals("REGISTRATION") ? dutyId : null;
    }

    public @Nullable UUID planId() {
        return planId;
    }

    public @Nullable UUID obligationId() {
        return obligationId;
    }

    public @Nullable UUID campaignId() {
        return campaignId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public @Nullable Integer rung() {
        return rung;
    }

    /// As in answers and events: `BEFORE_14`, `ON_THE_DAY`, `AFTER_7`.
    public @Nullable String rungLabel() {
        return rung == null ? null : new Rung(rung).label();
    }

    public @Nullable LocalDate dueDay() {
        return dueDay;
    }

    public boolean escalated() {
        return escalated;
    }

    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    public @Nullable String thinText() {
        return thinText;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    public @Nullable Instant readAt() {
        return readAt;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant seenAt() {
        return seenAt;
    }

    public @Nullable Instant snoozedUntil() {
        return snoozedUntil;
    }

    public @Nullable Instant archivedAt() {
        return archivedAt;
    }

    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public @Nullable Acknowledgement acknowledgement() {
        return acknowledgement;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable Instant resolvedAt() {
        return resolvedAt;
    }
}
