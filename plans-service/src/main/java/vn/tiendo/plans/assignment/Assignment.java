package vn.tiendo.plans.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.assignment.AssignmentProblem.AlreadySettled;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionNotLater;
import vn.tiendo.plans.assignment.AssignmentProblem.FulfilledByFacts;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind;

/// One obligation of one organisation for one occurrence: the unit of "who owes what".
@Entity
public class Assignment implements Versioned {

    static final EventStream<Assignment> STREAM = new EventStream<>("plans.assignment.v1", AssignmentEvent::of);

    /// Where assignments without a due instant stand in lists: behind all others.
    private static final Instant END_OF_LISTS = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID planId;
    private String planPath;
    private UUID obligationId;
    private UUID organisationId;
    private String organisationPath;

    @Enumerated(EnumType.STRING)
    private ObligationKind kind;

    private @Nullable String form;

    @Enumerated(EnumType.STRING)
    private ObligationKind.Opens opens;

    private String subject;
    private String occurrence;
    private @Nullable LocalDate windowFrom;
    private @Nullable LocalDate windowTo;
    private @Nullable LocalDate dueDay;
    private @Nullable Instant dueAt;
    private Instant sortDue;
    private @Nullable UUID recipientOrganisationId;
    private @Nullable String recipientPath;
    private @Nullable UUID viaOrganisationId;
    private @Nullable String viaPath;
    private int requiredCount;
    private int recordedCount;

    /// Server receipt of the version that counts.
    private @Nullable Instant receivedAt;

    private boolean accepted;
    private @Nullable Instant fulfilledAt;

    /// Receipt of the version that was sent back, while it is out for correction.
    private @Nullable Instant returnedReceipt;

    /// First instant that is too late for the corrected version.
    private @Nullable Instant returnedUntil;

    private @Nullable Instant waivedAt;
    private @Nullable Instant closedAt;
    private @Nullable String reason;

    protected Assignment() {}

    Assignment(Obligation obligation, String planPath, Debtor debtor, Occurrence occurrence, Parties parties) {
        this.id = Uuid7.next();
        this.planId = obligation.planId();
        this.planPath = planPath;
        this.obligationId = obligation.id();
        this.organisationId = debtor.organisationId();
        this.organisationPath = debtor.path();
        this.kind = obligation.kind();
        this.form = obligation.form();
        this.opens = obligation.opens();
        this.subject = obligation.subject();
        this.occurrence = occurrence.label();
        this.windowFrom = occurrence.windowFrom();
        this.windowTo = occurrence.windowTo();
        this.recipientOrganisationId = parties.recipientId();
        this.recipientPath = parties.recipientPath();
        this.viaOrganisationId = parties.viaId();
        this.viaPath = parties.viaPath();
        this.requiredCount = countFor(obligation);
        setDue(occurrence.lastDay());
        if (occurrence.doneOn() != null) {
            receivedAt = Days.startOf(occurrence.doneOn());
            fulfil(receivedAt);
        }
    }

    /// To whom the assignment is owed, and through whom.
    record Parties(
            @Nullable UUID recipientId,
            @Nullable String recipientPath,
            @Nullable UUID viaId,
            @Nullable String viaPath) {}

    private static int countFor(Obligation obligation) {
        var least = obligation.counts().minCount();
        return obligation.kind().fulfilment() == Fulfilment.ACTIVITIES && least != null ? Math.max(1, least) : 1;
    }

    private void setDue(@Nullable LocalDate lastDay) {
        dueDay = lastDay;
        dueAt = lastDay == null ? null : Days.endOf(lastDay);
        sortDue = dueAt == null ? END_OF_LISTS : dueAt;
    }

    private void fulfil(Instant receipt) {
        accepted = true;
        fulfilledAt = receipt;
    }

    Standing standing(Instant now) {
        if (waivedAt != null) {
            return Standing.WAIVED;
        }
        if (accepted) {
            return dueAt == null || receivedAt == null || receivedAt.isBefore(dueAt)
                    ? Standing.DONE
                    : Standing.DONE_LATE;
        }
        if (receivedAt != null) {
            return Standing.SUBMITTED; // a slow superior makes nobody late
        }
        var due = openUntil();
        if (due == null) {
            return Standing.UNDATED;
        }
        return now.isBefore(due) ? Standing.AWAITED : Standing.OVERDUE;
    }

    /// The first instant that is too late as things stand: a correction that was asked for in time has its own.
    @Nullable
    Instant openUntil() {
        if (returnedUntil == null || dueAt == null || receivedAt != null) {
            return dueAt;
        }
        return returnedReceipt != null && returnedReceipt.isBefore(dueAt) && returnedUntil.isAfter(dueAt)
                ? returnedUntil
                : dueAt;
    }

    /// Something came in. Corrected within the time that the return named, it counts as of its first receipt.
    ///
    /// @return whether anything changed
    boolean receive(Instant receipt) {
        if (isSettled() || receipt.equals(receivedAt)) {
            return false;
        }
        if (returnedReceipt != null && returnedUntil != null && receipt.isBefore(returnedUntil)) {
            receivedAt = returnedReceipt;
        } else {
            receivedAt = receipt;
        }
        return true;
    }

    /// What came in was sent back and is open again.
    ///
    /// @param until first instant that is too late for the corrected version
    boolean sendBack(Instant until) {
        if (waivedAt != null || receivedAt == null) {
            return false;
        }
        returnedReceipt = receivedAt;
        returnedUntil = until;
        receivedAt = null;
        accepted = false;
        fulfilledAt = null;
        return true;
    }

    /// What came in was accepted; when it came decides whether it was late, not when it was accepted.
    boolean accept(Instant now) {
        if (isSettled() || receivedAt == null) {
            return false;
        }
        accepted = true;
        fulfilledAt = now;
        returnedReceipt = null;
        returnedUntil = null;
        return true;
    }

    /// Counts activities that were recorded, or no longer count; enough of them fulfil the assignment.
    boolean count(int change, Instant now) {
        if (waivedAt != null || closedAt != null) {
            return false;
        }
        recordedCount = Math.max(0, recordedCount + change);
        if (!accepted && recordedCount >= requiredCount) {
            receivedAt = now;
            fulfil(now);
        } else if (accepted && recordedCount < requiredCount) {
            accepted = false;
            fulfilledAt = null;
            receivedAt = null;
        }
        return true;
    }

    /// Marked by hand, for what the system cannot see.
    void markFulfilled(String why, Instant now) {
        requireOpen();
        if (kind.fulfilment() == Fulfilment.REGISTRATIONS || kind.fulfilment() == Fulfilment.REPORT) {
            throw new FulfilledByFacts();
        }
        reason = why;
        receivedAt = receivedAt == null ? now : receivedAt;
        accepted = true;
        fulfilledAt = now;
    }

    void waive(String why, Instant now) {
        requireOpen();
        reason = why;
        waivedAt = now;
    }

    /// Gives more time, or sets the first due day of what had none.
    void extend(LocalDate lastDay, String why) {
        requireOpen();
        if (dueDay != null && !lastDay.isAfter(dueDay)) {
            throw new ExtensionNotLater(dueDay);
        }
        reason = why;
        setDue(lastDay);
    }

    /// The plan has ended: what is open is no longer owed, what is done stays as it was.
    boolean close(Instant now) {
        if (closedAt != null) {
            return false;
        }
        closedAt = now;
        if (!accepted && waivedAt == null) {
            waivedAt = now;
        }
        return true;
    }

    private void requireOpen() {
        if (isSettled()) {
            throw new AlreadySettled();
        }
    }

    boolean isSettled() {
        return accepted || waivedAt != null || closedAt != null;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    public UUID planId() {
        return planId;
    }

    String planPath() {
        return planPath;
    }

    public UUID obligationId() {
        return obligationId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    public ObligationKind kind() {
        return kind;
    }

    @Nullable
    String form() {
        return form;
    }

    ObligationKind.Opens opens() {
        return opens;
    }

    String subject() {
        return subject;
    }

    public String occurrence() {
        return occurrence;
    }

    @Nullable
    LocalDate windowFrom() {
        return windowFrom;
    }

    @Nullable
    LocalDate windowTo() {
        return windowTo;
    }

    public @Nullable LocalDate dueDay() {
        return dueDay;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    Instant sortDue() {
        return sortDue;
    }

    @Nullable
    UUID recipientOrganisationId() {
        return recipientOrganisationId;
    }

    @Nullable
    UUID viaOrganisationId() {
        return viaOrganisationId;
    }

    int requiredCount() {
        return requiredCount;
    }

    int recordedCount() {
        return recordedCount;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    boolean isAccepted() {
        return accepted;
    }

    @Nullable
    Instant fulfilledAt() {
        return fulfilledAt;
    }

    @Nullable
    Instant returnedUntil() {
        return returnedUntil;
    }

    @Nullable
    Instant waivedAt() {
        return waivedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
