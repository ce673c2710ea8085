package vn.tiendo.plans.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.assignment.AssignmentCarrying.Redating;
import vn.tiendo.plans.assignment.AssignmentProblem.AlreadySettled;
import vn.tiendo.plans.assignment.AssignmentProblem.DueDayInThePast;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionAfterExpiry;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionNotLater;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionTooLong;
import vn.tiendo.plans.assignment.AssignmentProblem.FulfilledByFacts;
import vn.tiendo.plans.assignment.AssignmentProblem.NotMarkedByHand;
import vn.tiendo.plans.assignment.AssignmentProblem.StatedInTheFuture;
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
    static final Instant END_OF_LISTS = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID planId;

    /// Follows the tree by statements on the table alone, so that no older copy of this entity writes it back.
    @Column(updatable = false)
    private String planPath;

    private UUID obligationId;
    private UUID organisationId;

    @Column(updatable = false)
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

    /// The day that extensions are measured from.
    private @Nullable LocalDate originalDueDay;

    private @Nullable Instant dueAt;
    private Instant sortDue;

    /// A day that a person has set follows no calendar any more.
    private boolean dueByHand;

    private @Nullable UUID recipientOrganisationId;

    @Column(updatable = false)
    private @Nullable String recipientPath;

    private @Nullable UUID viaOrganisationId;

    @Column(updatable = false)
    private @Nullable String viaPath;

    @Embedded
    private Tally tally;

    @Embedded
    private Receipt receipt = new Receipt();

    @Embedded
    private @Nullable ByHand byHand;

    @Embedded
    private @Nullable Transfer transfer;

    private @Nullable Instant waivedAt;
    private @Nullable Instant closedAt;
    private @Nullable String reason;

    private Instant openedAt;

    /// Kept by the database.
    @Column(insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    protected Assignment() {}

    Assignment(
            Obligation obligation,
            String planPath,
            Debtor debtor,
            Occurrence occurrence,
            Parties parties,
            Instant now) {
        this.id = Uuid7.next();
        this.openedAt = now;
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
        this.tally = new Tally(obligation);
        this.originalDueDay = occurrence.lastDay();
        setDue(occurrence.lastDay(), occurrence.dueAt().orElse(null));
        if (occurrence.doneOn() != null) {
            var done = Days.startOf(occurrence.doneOn());
            receipt.fulfil(done, done);
        }
    }

    /// Takes over what a predecessor still owes: the same thing by the same day, with what has come in and was counted.
    private Assignment(Assignment predecessor, Heir heir, Instant now) {
        this.id = Uuid7.next();
        this.openedAt = now;
        this.planId = predecessor.planId;
        this.planPath = predecessor.planPath;
        this.obligationId = predecessor.obligationId;
        this.organisationId = heir.organisationId();
        this.organisationPath = heir.path();
        this.kind = predecessor.kind;
        this.form = predecessor.form;
        this.opens = predecessor.opens;
        this.subject = predecessor.subject;
        this.occurrence = predecessor.occurrence;
        this.windowFrom = predecessor.windowFrom;
        this.windowTo = predecessor.windowTo;
        this.dueDay = predecessor.dueDay;
        this.originalDueDay = predecessor.originalDueDay;
        this.dueAt = predecessor.dueAt;
        this.sortDue = predecessor.sortDue;
        this.dueByHand = predecessor.dueByHand;
        this.recipientOrganisationId = heir.parties().recipientId();
        this.recipientPath = heir.parties().recipientPath();
        this.viaOrganisationId = heir.parties().viaId();
        this.viaPath = heir.parties().viaPath();
        this.tally = predecessor.tally.copy();
        this.receipt = predecessor.receipt.copy();
        this.transfer = Transfer.from(predecessor);
    }

    /// The organisation that takes an assignment over, and to whom it owes it from then on.
    record Heir(UUID organisationId, String path, Parties parties) {}

    /// To whom the assignment is owed, and through whom.
    record Parties(
            @Nullable UUID recipientId,
            @Nullable String recipientPath,
            @Nullable UUID viaId,
            @Nullable String viaPath) {

        Parties to(KnownOrganisation recipient) {
            return new Parties(recipient.id(), recipient.path(), viaId, viaPath);
        }
    }

    private void setDue(@Nullable LocalDate lastDay, @Nullable Instant tooLate) {
        dueDay = lastDay;
        dueAt = tooLate;
        sortDue = dueAt == null ? END_OF_LISTS : dueAt;
    }

    Standing standing(Instant now) {
        if (transfer().isGone()) {
            return Standing.TRANSFERRED;
        }
        if (waivedAt != null) {
            return Standing.WAIVED;
        }
        var received = receivedAt();
        if (isFulfilled()) {
            return dueAt == null || received == null || received.isBefore(dueAt) ? Standing.DONE : Standing.DONE_LATE;
        }
        if (received != null) {
            return Standing.SUBMITTED; // a slow superior makes nobody late
        }
        var due = openUntil();
        if (due == null) {
            return Standing.UNDATED;
        }
        return now.isBefore(due) ? Standing.AWAITED : Standing.OVERDUE;
    }

    /// The first instant that is too late as things stand.
    public @Nullable Instant openUntil() {
        return receipt.openUntil(dueAt);
    }

    /// By facts or by hand, whichever came.
    boolean isFulfilled() {
        return receipt.isAccepted() || byHand().isGiven();
    }

    /// The server's receipt that lateness is judged by: of facts and a mark by hand, the earlier one that counts.
    @Nullable
    Instant receivedAt() {
        var marked = byHand().receipt();
        var fact = receipt.receivedAt();
        if (marked == null) {
            return fact;
        }
        return receipt.isAccepted() && fact != null && fact.isBefore(marked) ? fact : marked;
    }

    @Nullable
    Instant fulfilledAt() {
        var fact = receipt.fulfilledAt();
        var marked = byHand().at();
        return marked == null || (fact != null && fact.isBefore(marked)) ? fact : marked;
    }

    /// @return whether anything changed
    boolean receive(Instant at) {
        return isOwed() && receipt.receive(at);
    }

    /// Something came in whose keeper tells of returns that may not have been seen here.
    ///
    /// @param until first instant that is too late for a corrected version, if one was ever asked for
    /// @param late whether its keeper holds this version to be late; null when it does not say
    boolean receive(Instant at, @Nullable Instant until, @Nullable Boolean late) {
        if (dueAt == null || at.isBefore(dueAt) || late == null || (until == null && !late)) {
            return receive(at);
        }
        return isOwed() && (late ? receipt.receiveLate(at) : receipt.receiveInTime(dueAt));
    }

    /// @param until first instant that is too late for the corrected version
    boolean sendBack(Instant until) {
        return isOwed() && receipt.sendBack(until);
    }

    boolean accept(Instant now) {
        return isOwed() && receipt.accept(now);
    }

    /// Counts activities that were recorded, or no longer count; enough of them fulfil the assignment.
    boolean count(int change, Instant now) {
        if (!isOwed()) {
            return false;
        }
        tally.add(change);
        if (!receipt.isAccepted() && tally.isEnough()) {
            receipt.fulfil(now, now);
        } else if (receipt.isAccepted() && !tally.isEnough()) {
            receipt.reopen();
        }
        return true;
    }

    /// Sets what has been counted elsewhere; the receipt of the one that made it enough decides lateness.
    ///
    /// @param receipts of all that count, in any order
    /// @return whether anything changed
    boolean countAll(Collection<Instant> receipts, Instant now) {
        if (!isOwed()) {
            return false;
        }
        var changed = tally.set(receipts.size());
        if (!tally.isEnough()) {
            var reopened = receipt.isAccepted();
            receipt.reopen();
            return reopened || changed;
        }
        var enough = receipts.stream().sorted().toList().get(tally.required() - 1);
        if (!receipt.isAccepted() || !enough.equals(receipt.receivedAt())) {
            receipt.fulfil(enough, Objects.requireNonNullElse(receipt.fulfilledAt(), now));
            return true;
        }
        return changed;
    }

    /// Marked by hand, for what the system cannot see.
    ///
    /// @param statedOn the day that the clerk says it was done; never decides lateness
    void markFulfilled(String why, @Nullable LocalDate statedOn, List<Evidence> evidence, Instant now) {
        requireOpen();
        if (!kind.mayBeMarkedByHand()) {
            throw new FulfilledByFacts();
        }
        if (statedOn != null && statedOn.isAfter(Days.dayOf(now))) {
            throw new StatedInTheFuture();
        }
        reason = why;
        byHand = new ByHand(now, Objects.requireNonNullElse(receipt.receivedAt(), now), statedOn, evidence);
    }

    /// Takes a wrong mark back; the facts stand as if it had never been made.
    void unmark(String why) {
        if (!isOwed()) {
            throw new AlreadySettled();
        }
        if (!byHand().isGiven()) {
            throw new NotMarkedByHand();
        }
        reason = why;
        byHand = ByHand.NOTHING;
    }

    void waive(String why, Instant now) {
        requireOpen();
        reason = why;
        waivedAt = now;
    }

    /// Gives more time, or sets the first due day of what had none.
    ///
    /// @param longest so many days beyond the first due day, all extensions together
    void extend(LocalDate lastDay, String why, int longest, Instant now) {
        requireOpen();
        var until = openUntil();
        if (until != null && !now.isBefore(until)) {
            throw new ExtensionAfterExpiry(Days.dayOf(until.minusMillis(1)));
        }
        if (dueDay == null && lastDay.isBefore(Days.dayOf(now))) {
            throw new DueDayInThePast();
        }
        if (dueDay != null && !lastDay.isAfter(dueDay)) {
            throw new ExtensionNotLater(dueDay);
        }
        if (originalDueDay != null && lastDay.isAfter(originalDueDay.plusDays(longest))) {
            throw new ExtensionTooLong(originalDueDay.plusDays(longest), longest);
        }
        if (originalDueDay == null) {
            originalDueDay = lastDay;
        }
        reason = why;
        setDue(lastDay, Days.endOf(lastDay));
        dueByHand = true;
    }

    /// The calendar has changed: a day that was read by it moves, unless a person has set another one since.
    ///
    /// @param from the day that the calendar gave before
    /// @return whether it moved
    boolean followCalendar(LocalDate from, Occurrence to) {
        if (isSettled() || dueByHand || !from.equals(dueDay)) {
            return false;
        }
        originalDueDay = to.lastDay();
        setDue(to.lastDay(), to.dueAt().orElse(null));
        return true;
    }

    /// An amendment has taken the place of the plan: the same thing is owed under its words. What is settled keeps its
    /// date, and an extension that was given counts on while it is later than the new date.
    void carryTo(Obligation obligation, String path, Parties parties, Redating redating, Instant now) {
        var earlier = redating.before();
        var later = redating.after();
        planId = obligation.planId();
        planPath = path;
        obligationId = obligation.id();
        form = obligation.form();
        opens = obligation.opens();
        subject = obligation.subject();
        occurrence = later.label();
        windowFrom = later.windowFrom();
        windowTo = later.windowTo();
        recipientOrganisationId = parties.recipientId();
        recipientPath = parties.recipientPath();
        viaOrganisationId = parties.viaId();
        viaPath = parties.viaPath();
        if (isSettled()) {
            return;
        }
        tally = tally.requiring(obligation);
        originalDueDay = later.lastDay();
        var extendedBeyond = dueByHand && dueDay != null && later.lastDay() != null && dueDay.isAfter(later.lastDay());
        if (!earlier.dueAt().equals(later.dueAt()) && !extendedBeyond) {
            setDue(later.lastDay(), later.dueAt().orElse(null));
            dueByHand = false;
            reason = redating.reason();
        }
        if (kind.fulfilment() == Fulfilment.ACTIVITIES && tally.isEnough()) {
            receipt.fulfil(now, now);
        }
    }

    /// The plan has ended: what is open is no longer owed, what is done stays as it was.
    ///
    /// @param why kept with what was open
    boolean close(@Nullable String why, Instant now) {
        if (closedAt != null) {
            return false;
        }
        closedAt = now;
        if (!isFulfilled() && waivedAt == null && !transfer().isGone()) {
            waivedAt = now;
            reason = why == null ? reason : why;
        }
        return true;
    }

    /// Passes on what is still open; this assignment stays where it was and is never open again.
    ///
    /// @param owedThere the assignment of the same obligation and occurrence that the heir has already, if any
    /// @return the assignment that is owed from now on
    Assignment transferTo(Heir heir, @Nullable Assignment owedThere, Instant now) {
        requireOpen();
        var successor = owedThere == null ? new Assignment(this, heir, now) : owedThere;
        transfer = transfer().to(successor, now);
        return successor;
    }

    /// By decision of a superior, who gives a reason.
    Assignment transferTo(Heir heir, @Nullable Assignment owedThere, String why, Instant now) {
        var successor = transferTo(heir, owedThere, now);
        reason = why;
        successor.reason = why;
        return successor;
    }

    /// The paths follow by [AssignmentRepository#followParties].
    ///
    /// @param ended the organisation that no longer receives anything
    void redirect(UUID ended, UUID recipient, UUID via) {
        if (ended.equals(recipientOrganisationId)) {
            recipientOrganisationId = recipient;
        }
        if (ended.equals(viaOrganisationId)) {
            viaOrganisationId = via;
        }
    }

    private void requireOpen() {
        if (isSettled()) {
            throw new AlreadySettled();
        }
    }

    boolean isSettled() {
        return isFulfilled() || !isOwed();
    }

    private boolean isOwed() {
        return waivedAt == null && closedAt == null && !transfer().isGone();
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

    public String organisationPath() {
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

    /// Whether a person has set the day that holds, rather than the document or the calendar.
    public boolean isDueByHand() {
        return dueByHand;
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

    Instant openedAt() {
        return openedAt;
    }

    /// When it changed last as the database has it, not counting changes of this transaction.
    Instant updatedAt() {
        return Objects.requireNonNull(updatedAt);
    }

    @Nullable
    UUID recipientOrganisationId() {
        return recipientOrganisationId;
    }

    @Nullable
    UUID viaOrganisationId() {
        return viaOrganisationId;
    }

    Tally tally() {
        return tally;
    }

    Parties parties() {
        return new Parties(recipientOrganisationId, recipientPath, viaOrganisationId, viaPath);
    }

    int requiredCount() {
        return tally.required();
    }

    int recordedCount() {
        return tally.recorded();
    }

    ByHand byHand() {
        return Objects.requireNonNullElse(byHand, ByHand.NOTHING);
    }

    @Nullable
    LocalDate originalDueDay() {
        return originalDueDay;
    }

    Receipt receipt() {
        return receipt;
    }

    Transfer transfer() {
        return Objects.requireNonNullElse(transfer, Transfer.NONE);
    }

    /// First instant that is too late for a corrected version that was asked for.
    public @Nullable Instant returnedUntil() {
        return receipt.returnedUntil();
    }

    public @Nullable Instant waivedAt() {
        return waivedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    public @Nullable String reason() {
        return reason;
    }
}
