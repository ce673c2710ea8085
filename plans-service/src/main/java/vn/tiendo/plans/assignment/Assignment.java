package vn.tiendo.plans.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.assignment.AssignmentCarrying.Redating;
import vn.tiendo.plans.assignment.AssignmentProblem.AlreadySettled;
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

    @Id
    private UUID id;

    @Version
    private long version;

    @Embedded
    private Demand demand;

    private UUID organisationId;

    /// Follows the tree by statements on the table alone, so that no older copy of this entity writes it back.
    @Column(updatable = false)
    private String organisationPath;

    @Embedded
    private Due due;

    @Embedded
    private @Nullable Parties parties;

    @Embedded
    private Tally tally;

    @Embedded
    private Receipt receipt = new Receipt();

    @Embedded
    private @Nullable ByHand byHand;

    @Embedded
    private @Nullable Transfer transfer;

    @Embedded
    private @Nullable Release release;

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
        this.demand = new Demand(obligation, planPath);
        this.organisationId = debtor.organisationId();
        this.organisationPath = debtor.path();
        this.due = new Due(occurrence);
        this.parties = parties.copy();
        this.tally = new Tally(obligation);
        if (occurrence.doneOn() != null) {
            var done = Days.startOf(occurrence.doneOn());
            receipt.fulfil(done, done);
        }
    }

    /// Takes over what a predecessor still owes: the same thing by the same day, with what has come in and was counted.
    private Assignment(Assignment predecessor, Heir heir, Instant now) {
        this.id = Uuid7.next();
        this.openedAt = now;
        this.demand = predecessor.demand.copy();
        this.organisationId = heir.organisationId();
        this.organisationPath = heir.path();
        this.due = predecessor.due.copy();
        this.parties = heir.parties().copy();
        this.tally = predecessor.tally.copy();
        this.receipt = predecessor.receipt.copy();
        this.transfer = Transfer.from(predecessor);
    }

    /// The organisation that takes an assignment over, and to whom it owes it from then on.
    record Heir(UUID organisationId, String path, Parties parties) {}

    Standing standing(Instant now) {
        if (transfer().isGone()) {
            return Standing.TRANSFERRED;
        }
        if (release().isWaived()) {
            return Standing.WAIVED;
        }
        var received = receivedAt();
        if (isFulfilled()) {
            var dueAt = due.at();
            return dueAt == null || received == null || received.isBefore(dueAt) ? Standing.DONE : Standing.DONE_LATE;
        }
        if (received != null) {
            return Standing.SUBMITTED; // a slow superior makes nobody late
        }
        var until = openUntil();
        if (until == null) {
            return Standing.UNDATED;
        }
        return now.isBefore(until) ? Standing.AWAITED : Standing.OVERDUE;
    }

    /// The first instant that is too late as things stand.
    public @Nullable Instant openUntil() {
        return receipt.openUntil(due.at());
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

    /// Whether it is owed in the last quarter of a year, and nothing had answered it before the given moment.
    boolean isOwedAtTheEndOf(int year, Instant moment) {
        var received = receivedAt();
        return isOwed() && due.isAtTheEndOf(year) && (received == null || !received.isBefore(moment));
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
        var dueAt = due.at();
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
    ///
    /// @param received the server's receipt that lateness is judged by, if it is enough now
    /// @return whether anything changed
    boolean count(int change, Instant received, Instant now) {
        return isOwed() && tally.count(change, receipt, received, now);
    }

    /// Sets what has been counted elsewhere; the receipt of the one that made it enough decides lateness.
    ///
    /// @param receipts of all that count, in any order
    /// @return whether anything changed
    boolean countAll(Collection<Instant> receipts, Instant now) {
        return isOwed() && tally.countAll(receipts, receipt, now);
    }

    /// Marked by hand, for what the system cannot see.
    ///
    /// @param statedOn the day that the clerk says it was done; never decides lateness
    void markFulfilled(String why, @Nullable LocalDate statedOn, List<Evidence> evidence, Instant now) {
        requireOpen();
        if (!kind().mayBeMarkedByHand()) {
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
        release = Release.waived(now);
    }

    /// Gives more time, or sets the first due day of what had none.
    ///
    /// @param longest so many days beyond the first due day, all extensions together
    void extend(LocalDate lastDay, String why, int longest, Instant now) {
        requireOpen();
        due.extend(lastDay, openUntil(), longest, now);
        reason = why;
    }

    /// The calendar has changed: a day that was read by it moves, unless a person has set another one since.
    ///
    /// @param from the day that the calendar gave before
    /// @return whether it moved
    boolean followCalendar(LocalDate from, Occurrence to) {
        return !isSettled() && due.followCalendar(from, to);
    }

    /// An amendment has taken the place of the plan: the same thing is owed under its words. What is settled keeps its
    /// date, and an extension that was given counts on while it is later than the new date.
    void carryTo(Obligation obligation, String path, Parties to, Redating redating, Instant now) {
        demand = new Demand(obligation, path);
        parties = to.copy();
        due.relabel(redating.after());
        if (isSettled()) {
            return;
        }
        tally = tally.requiring(obligation);
        if (due.carry(redating)) {
            reason = redating.reason();
        }
        if (kind().fulfilment() == Fulfilment.ACTIVITIES && tally.isEnough()) {
            receipt.fulfil(now, now);
        }
    }

    /// The plan has ended: what is open is no longer owed, what is done stays as it was.
    ///
    /// @param why kept with what was open
    boolean close(@Nullable String why, Instant now) {
        if (release().isClosed()) {
            return false;
        }
        var open = !isSettled();
        release = release().closed(open, now);
        if (open && why != null) {
            reason = why;
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
        parties = parties().redirected(ended, recipient, via);
    }

    /// Its superior is another one now; the path follows by [AssignmentRepository#followParties].
    void owedTo(UUID superior) {
        parties = parties().to(superior);
    }

    private void requireOpen() {
        if (isSettled()) {
            throw new AlreadySettled();
        }
    }

    boolean isSettled() {
        return isFulfilled() || !isOwed();
    }

    boolean isOwed() {
        return !release().isWaived() && !release().isClosed() && !transfer().isGone();
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
        return demand.planId();
    }

    public UUID obligationId() {
        return demand.obligationId();
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String organisationPath() {
        return organisationPath;
    }

    public ObligationKind kind() {
        return demand.kind();
    }

    public String occurrence() {
        return due.occurrence();
    }

    /// Whether a person has set the day that holds, rather than the document or the calendar.
    public boolean isDueByHand() {
        return due.isByHand();
    }

    public @Nullable LocalDate dueDay() {
        return due.day();
    }

    public @Nullable Instant dueAt() {
        return due.at();
    }

    /// First instant that is too late for a corrected version that was asked for.
    public @Nullable Instant returnedUntil() {
        return receipt.returnedUntil();
    }

    public @Nullable Instant waivedAt() {
        return release().waivedAt();
    }

    public @Nullable String reason() {
        return reason;
    }

    Instant openedAt() {
        return openedAt;
    }

    /// When it changed last as the database has it, not counting changes of this transaction.
    Instant updatedAt() {
        return Objects.requireNonNull(updatedAt);
    }

    Demand demand() {
        return demand;
    }

    Due due() {
        return due;
    }

    Parties parties() {
        return Objects.requireNonNullElse(parties, Parties.NOBODY);
    }

    Tally tally() {
        return tally;
    }

    Receipt receipt() {
        return receipt;
    }

    ByHand byHand() {
        return Objects.requireNonNullElse(byHand, ByHand.NOTHING);
    }

    Transfer transfer() {
        return Objects.requireNonNullElse(transfer, Transfer.NONE);
    }

    Release release() {
        return Objects.requireNonNullElse(release, Release.NONE);
    }
}
