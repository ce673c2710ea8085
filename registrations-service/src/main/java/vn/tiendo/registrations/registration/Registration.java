package vn.tiendo.registrations.registration;

import static vn.tiendo.registrations.registration.RegistrationStatus.ACCEPTED;
import static vn.tiendo.registrations.registration.RegistrationStatus.EXEMPT;
import static vn.tiendo.registrations.registration.RegistrationStatus.OWED;
import static vn.tiendo.registrations.registration.RegistrationStatus.RETURNED;
import static vn.tiendo.registrations.registration.RegistrationStatus.SUBMITTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.summary.Tally;

/// One member's registration in one campaign, from the moment the roster says that it owes.
@Entity
@DynamicUpdate
class Registration implements Versioned {

    static final EventStream<Registration> STREAM =
            new EventStream<>("registrations.registration.v1", RegistrationEvent::of);

    private static final Set<RegistrationStatus> WRITABLE = EnumSet.of(OWED, RETURNED, EXEMPT);

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID campaignId;
    private UUID planId;
    private UUID obligationId;
    private UUID unitId;
    private UUID memberId;
    private UUID organisationId;
    private UUID[] organisationIds;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    private Instant owedAt;
    private @Nullable Instant dueAt;
    private @Nullable Instant receivedAt;
    private @Nullable Instant countedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant returnedAt;
    private @Nullable LocalDate returnedUntil;
    private @Nullable String returnReason;
    private @Nullable Instant exemptedAt;
    private @Nullable String study;
    private @Nullable String follow;
    private @Nullable String exemplaryConduct;

    protected Registration() {}

    /// The unit that keeps a member's registration, and the date by which it owes it.
    record Keeper(
            UUID campaignId,
            UUID planId,
            UUID obligationId,
            UUID unitId,
            UUID organisationId,
            @Nullable Instant dueAt) {}

    /// @param reviewers organisations of the member that review it, the keeper's first
    Registration(Keeper keeper, UUID member, List<UUID> reviewers, boolean exempt, Instant now) {
        campaignId = keeper.campaignId;
        planId = keeper.planId;
        obligationId = keeper.obligationId;
        unitId = keeper.unitId;
        organisationId = keeper.organisationId;
        dueAt = keeper.dueAt;
        memberId = member;
        organisationIds = reviewers.toArray(UUID[]::new);
        owedAt = now;
        status = exempt ? EXEMPT : OWED;
        exemptedAt = exempt ? now : null;
    }

    void write(Content content) {
        require(WRITABLE);
        study = content.study();
        follow = content.follow();
        exemplaryConduct = content.exemplaryConduct();
    }

    /// A version that comes back in time after a return counts as received when the one before it was.
    void submit(Instant now) {
        require(WRITABLE);
        var missing = content().missingSections();
        if (!missing.isEmpty()) {
            throw new RegistrationProblem.ContentIncomplete(missing);
        }
        var backInTime = status == RETURNED
                && returnedUntil != null
                && now.isBefore(Days.endOf(returnedUntil))
                && countedAt != null;
        if (!backInTime) {
            countedAt = now;
        }
        receivedAt = now;
        submittedAt = now;
        status = SUBMITTED;
    }

    void accept(Instant now) {
        require(EnumSet.of(SUBMITTED));
        status = ACCEPTED;
        acceptedAt = now;
    }

    /// @param until last day on which it comes back in time
    void giveBack(String reason, LocalDate until, Instant now) {
        require(EnumSet.of(SUBMITTED));
        if (until.isBefore(Days.dayOf(now))) {
            throw new RegistrationProblem.ReturnDateInThePast(until);
        }
        status = RETURNED;
        returnedAt = now;
        returnedUntil = until;
        returnReason = reason;
    }

    /// An amendment took the place of the plan: the same is owed under another obligation.
    void carryTo(UUID plan, UUID obligation) {
        planId = plan;
        obligationId = obligation;
    }

    /// The unit was given another date.
    void fallDue(@Nullable Instant moment) {
        dueAt = moment;
    }

    /// The assignment of its unit was transferred: another unit keeps it, in the place of the one before.
    void passTo(UUID unit, UUID organisation, @Nullable Instant due) {
        var left = organisationId;
        unitId = unit;
        organisationId = organisation;
        dueAt = due;
        organisationIds = Arrays.stream(organisationIds)
                .map(each -> each.equals(left) ? organisation : each)
                .distinct()
                .toArray(UUID[]::new);
    }

    /// Another unit of the member is in the campaign too, so it reviews as well.
    ///
    /// @return whether it is new
    boolean addReviewer(UUID organisation) {
        if (Arrays.asList(organisationIds).contains(organisation)) {
            return false;
        }
        organisationIds = Arrays.copyOf(organisationIds, organisationIds.length + 1);
        organisationIds[organisationIds.length - 1] = organisation;
        return true;
    }

    boolean isLate() {
        return dueAt != null && countedAt != null && !countedAt.isBefore(dueAt);
    }

    /// The place of this one registration in the sums. Who is exempt owes nothing until an own submission is accepted.
    Tally tally() {
        if (exemptedAt != null && status != ACCEPTED) {
            return new Tally(1, 0, 0, 0, 1, 0, 0);
        }
        var late = exemptedAt == null && isLate() ? 1 : 0;
        return switch (status) {
            case OWED -> new Tally(1, 1, 0, 0, 0, 0, 0);
            case SUBMITTED -> new Tally(1, 0, 1, 0, 0, 0, late);
            case ACCEPTED -> new Tally(1, 0, 0, 1, 0, 0, late);
            case RETURNED -> new Tally(1, 0, 0, 0, 0, 1, 0);
            case EXEMPT -> new Tally(1, 0, 0, 0, 1, 0, 0);
        };
    }

    private void require(Set<RegistrationStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new RegistrationProblem.WrongRegistrationStatus(status, allowed);
        }
    }

    Content content() {
        return new Content(study, follow, exemplaryConduct);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID planId() {
        return planId;
    }

    UUID obligationId() {
        return obligationId;
    }

    UUID unitId() {
        return unitId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID organisationId() {
        return organisationId;
    }

    List<UUID> organisationIds() {
        return List.of(organisationIds);
    }

    RegistrationStatus status() {
        return status;
    }

    Instant owedAt() {
        return owedAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    /// Receipt that lateness is judged by.
    @Nullable
    Instant countedAt() {
        return countedAt;
    }

    /// What the unit's numbers learn of the receipt; an exempt member's is not among them.
    @Nullable
    Instant countedAtOfUnit() {
        return exemptedAt == null ? countedAt : null;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    LocalDate returnedUntil() {
        return returnedUntil;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    Instant exemptedAt() {
        return exemptedAt;
    }
}
