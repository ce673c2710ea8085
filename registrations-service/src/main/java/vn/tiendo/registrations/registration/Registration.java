package vn.tiendo.registrations.registration;

import static vn.tiendo.registrations.registration.RegistrationStatus.ACCEPTED;
import static vn.tiendo.registrations.registration.RegistrationStatus.CLOSED;
import static vn.tiendo.registrations.registration.RegistrationStatus.EXEMPT;
import static vn.tiendo.registrations.registration.RegistrationStatus.LEFT;
import static vn.tiendo.registrations.registration.RegistrationStatus.OWED;
import static vn.tiendo.registrations.registration.RegistrationStatus.RETURNED;
import static vn.tiendo.registrations.registration.RegistrationStatus.SUBMITTED;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.summary.Tally;

/// One member's registration in one campaign, from the moment the roster says that it owes.
@Entity
@DynamicUpdate
class Registration extends RosterEntry {

    static final EventStream<Registration> STREAM =
            new EventStream<>("registrations.registration.v1", RegistrationEvent::of);

    private static final Set<RegistrationStatus> WRITABLE = EnumSet.of(OWED, RETURNED, EXEMPT);

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    private Instant owedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant exemptedAt;
    private @Nullable Instant leftAt;
    private int revision;

    @Embedded
    private @Nullable Writing writing;

    @Embedded
    private @Nullable Receipt receipt;

    @Embedded
    private @Nullable GivenBack givenBack;

    @Embedded
    private @Nullable ExemptBy exemptBy;

    @Embedded
    private @Nullable ProxyEntry proxy;

    @Embedded
    private @Nullable FollowThrough through;

    protected Registration() {}

    /// @param reviewers organisations of the member that review it, the keeper's first
    /// @param exempt what exempts the member; null when it owes
    Registration(Keeper keeper, UUID member, List<UUID> reviewers, @Nullable ExemptBy exempt, Instant now) {
        super(keeper, member, reviewers);
        owedAt = now;
        status = exempt != null ? EXEMPT : OWED;
        exemptedAt = exempt != null ? now : null;
        exemptBy = exempt;
    }

    /// @param text content in the shape of the form
    void write(String text, UUID form) {
        require(WRITABLE);
        writing = new Writing(text, form, writing().savedAt(), writing().draftId());
    }

    /// Text that is kept but not in yet.
    ///
    /// @param draft named by the client that made it, so that it may send it twice
    void saveDraft(String text, UUID form, @Nullable UUID draft, Instant now) {
        require(WRITABLE);
        writing = new Writing(text, form, now, draft);
    }

    /// A version that comes back in time after a return counts as received when the one before it was.
    ///
    /// @param wanting what the form still asks for
    void submit(List<FieldError> wanting, Instant now) {
        require(WRITABLE);
        if (!wanting.isEmpty()) {
            throw new RegistrationProblem.ContentIncomplete(wanting);
        }
        var before = receipt().countedAt();
        receipt = new Receipt(now, isBackInTime(now) && before != null ? before : now, now);
        writing = writing().handedIn();
        proxy = null;
        status = SUBMITTED;
    }

    boolean isBackInTime(Instant now) {
        return status == RETURNED && givenBack().isInTime(now);
    }

    void submitFor(ProxyEntry entry, List<FieldError> wanting, Instant now) {
        submit(wanting, now);
        proxy = entry;
    }

    /// What a reviewer adds to an entry that nobody has proven yet is the picture of its paper.
    void attachScan(UUID scan) {
        if (status == SUBMITTED && proxy().isAny() && !proxy().isProven()) {
            proxy = proxy().with(scan);
        }
    }

    /// The member says that what was entered is what it wrote.
    void confirm(Instant now) {
        if (!proxy().isAny() || proxy().confirmedAt() != null) {
            throw new RegistrationProblem.NothingToConfirm();
        }
        proxy = proxy().confirmed(now);
    }

    void accept(Instant now) {
        require(EnumSet.of(SUBMITTED));
        if (proxy().isAny() && !proxy().isProven()) {
            throw new RegistrationProblem.ProxyUnproven();
        }
        status = ACCEPTED;
        acceptedAt = now;
    }

    /// @param until last day on which it comes back in time
    /// @return what was submitted, to be kept as it was
    RegistrationRevision giveBack(String reason, LocalDate until, Instant now) {
        require(EnumSet.of(SUBMITTED));
        if (until.isBefore(Days.dayOf(now))) {
            throw new RegistrationProblem.ReturnDateInThePast(until);
        }
        status = RETURNED;
        givenBack = new GivenBack(now, until, reason);
        revision++;
        return new RegistrationRevision(this, reason, now);
    }

    void exempt(ExemptBy by, Instant now) {
        require(EnumSet.of(OWED, RETURNED));
        status = EXEMPT;
        exemptedAt = now;
        exemptBy = by;
    }

    /// The decision was looked at again: another number, date or day of review.
    void exemptStill(ExemptBy by) {
        if (exemptedAt != null) {
            exemptBy = by;
        }
    }

    /// The exemption ended: it is owed again, by a day of its own when the unit's has come too near.
    void oweAgain(@Nullable Instant ownDue) {
        if (exemptedAt == null || status == ACCEPTED || status == CLOSED || status == LEFT) {
            throw new RegistrationProblem.WrongRegistrationStatus(status, EnumSet.of(EXEMPT));
        }
        exemptedAt = null;
        exemptBy = null;
        if (status == EXEMPT) {
            status = OWED;
        }
        dueNotBefore(ownDue);
    }

    /// The member belongs to no unit of the campaign any more. What is in already stays and counts.
    ///
    /// @return whether it left the roster
    boolean leave(Instant now) {
        if (!WRITABLE.contains(status)) {
            return false;
        }
        status = LEFT;
        leftAt = now;
        return true;
    }

    /// Another registration of the same person goes on: this one counts no more, and what is in stays readable.
    void giveWay(Instant now) {
        status = LEFT;
        leftAt = now;
    }

    /// Back on the roster, under the unit that the member belongs to now.
    void comeBack(UUID unit, UUID organisation, @Nullable Instant due, @Nullable Instant ownDue) {
        require(EnumSet.of(LEFT));
        status = exemptedAt != null ? EXEMPT : OWED;
        leftAt = null;
        belongTo(unit, organisation, due);
        dueNotBefore(ownDue);
    }

    /// Promises are followed up once they are accepted, until the registration is closed.
    void requireFollowable() {
        require(EnumSet.of(ACCEPTED));
    }

    void assess(Instant now) {
        requireFollowable();
        through = followThrough().assessed(now);
    }

    void comment(Instant now) {
        require(EnumSet.of(ACCEPTED));
        through = followThrough().commented(now);
    }

    void rate(Instant now) {
        require(EnumSet.of(ACCEPTED));
        through = followThrough().rated(now);
    }

    void close(Instant now) {
        require(EnumSet.of(ACCEPTED));
        through = followThrough().closed(now);
        status = CLOSED;
    }

    /// Who is exempt hands in what is not owed, at no time too late.
    boolean isLate() {
        var counted = receipt().countedAt();
        var due = dueAt();
        return exemptedAt == null && due != null && counted != null && !counted.isBefore(due);
    }

    boolean isAccepted() {
        return status == ACCEPTED || status == CLOSED;
    }

    /// Text that nobody but the member has seen yet.
    boolean hasDraft() {
        return writing().savedAt() != null;
    }

    /// The place of this one registration in the sums. Who is exempt owes nothing until an own submission is accepted.
    Tally tally() {
        if (status == LEFT) {
            return Tally.NOTHING;
        }
        if (exemptedAt != null && !isAccepted()) {
            return new Tally(1, 0, 0, 0, 1, 0, 0);
        }
        var late = isLate() ? 1 : 0;
        return switch (status) {
            case OWED -> new Tally(1, 1, 0, 0, 0, 0, 0);
            case SUBMITTED -> new Tally(1, 0, 1, 0, 0, 0, late);
            case ACCEPTED, CLOSED -> new Tally(1, 0, 0, 1, 0, 0, late);
            case RETURNED -> new Tally(1, 0, 0, 0, 0, 1, 0);
            case EXEMPT -> new Tally(1, 0, 0, 0, 1, 0, 0);
            case LEFT -> Tally.NOTHING;
        };
    }

    private void require(Set<RegistrationStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new RegistrationProblem.WrongRegistrationStatus(status, allowed);
        }
    }

    Writing writing() {
        return Objects.requireNonNullElse(writing, Writing.NOTHING);
    }

    Receipt receipt() {
        return Objects.requireNonNullElse(receipt, Receipt.NONE);
    }

    GivenBack givenBack() {
        return Objects.requireNonNullElse(givenBack, GivenBack.NEVER);
    }

    ExemptBy exemptBy() {
        return Objects.requireNonNullElse(exemptBy, ExemptBy.NOTHING);
    }

    ProxyEntry proxy() {
        return Objects.requireNonNullElse(proxy, ProxyEntry.NONE);
    }

    FollowThrough followThrough() {
        return Objects.requireNonNullElse(through, FollowThrough.NOTHING);
    }

    /// How often it was returned.
    int revision() {
        return revision;
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    RegistrationStatus status() {
        return status;
    }

    Instant owedAt() {
        return owedAt;
    }

    /// What the unit's numbers learn of the receipt; an exempt member's is not among them.
    @Nullable
    Instant countedAtOfUnit() {
        return exemptedAt == null ? receipt().countedAt() : null;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    Instant exemptedAt() {
        return exemptedAt;
    }
}
