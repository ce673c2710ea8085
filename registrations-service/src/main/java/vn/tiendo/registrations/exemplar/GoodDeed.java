package vn.tiendo.registrations.exemplar;

import static vn.tiendo.registrations.exemplar.GoodDeedStatus.EXAMINED;
import static vn.tiendo.registrations.exemplar.GoodDeedStatus.PROPOSED;
import static vn.tiendo.registrations.exemplar.GoodDeedStatus.RECOGNISED;
import static vn.tiendo.registrations.exemplar.GoodDeedStatus.RECORDED;
import static vn.tiendo.registrations.exemplar.GoodDeedStatus.REJECTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;

/// A good deed of a person or a collective on its way into the roll "Người tốt - Việc tốt" of a unit.
@Entity
class GoodDeed {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;
    private @Nullable UUID doerMemberId;
    private @Nullable UUID doerOrganisationId;
    private String deed;
    private LocalDate doneOn;

    @Enumerated(EnumType.STRING)
    private GoodDeedStatus status;

    private Instant proposedAt;
    private String proposedBy;
    private @Nullable Instant examinedAt;
    private @Nullable String examination;
    private @Nullable Instant recognisedAt;
    private @Nullable Instant recordedAt;
    private @Nullable Integer rollYear;
    private @Nullable Integer rollNumber;
    private @Nullable Instant rejectedAt;
    private @Nullable String rejectionReason;

    protected GoodDeed() {}

    /// Exactly one doer: a member or an organisation.
    GoodDeed(
            KnownOrganisation unit,
            @Nullable UUID member,
            @Nullable UUID organisation,
            String deed,
            LocalDate doneOn,
            String author,
            Instant now) {
        if ((member == null) == (organisation == null)) {
            throw new GoodDeedProblem.DoerUnclear();
        }
        if (doneOn.isAfter(Days.dayOf(now))) {
            throw new GoodDeedProblem.DeedInTheFuture(doneOn);
        }
        organisationId = unit.id();
        organisationPath = unit.path();
        doerMemberId = member;
        doerOrganisationId = organisation;
        this.deed = deed;
        this.doneOn = doneOn;
        status = PROPOSED;
        proposedAt = now;
        proposedBy = author;
    }

    /// @param words what was found, and by whom it was confirmed
    void examine(String examiner, String words, Instant now) {
        require(EnumSet.of(PROPOSED));
        requireNotProposer(examiner);
        status = EXAMINED;
        examinedAt = now;
        examination = words;
    }

    void recognise(String actor, Instant now) {
        require(EnumSet.of(EXAMINED));
        requireNotProposer(actor);
        status = RECOGNISED;
        recognisedAt = now;
    }

    /// @param number the next one of the unit's roll of the year
    void record(int number, Instant now) {
        require(EnumSet.of(RECOGNISED));
        status = RECORDED;
        recordedAt = now;
        rollYear = Days.dayOf(now).getYear();
        rollNumber = number;
    }

    void reject(String reason, Instant now) {
        require(EnumSet.of(PROPOSED, EXAMINED));
        status = REJECTED;
        rejectedAt = now;
        rejectionReason = reason;
    }

    private void requireNotProposer(String actor) {
        if (actor.equals(proposedBy)) {
            throw new GoodDeedProblem.ProposerCannotExamine();
        }
    }

    private void require(EnumSet<GoodDeedStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new GoodDeedProblem.WrongGoodDeedStatus(status, allowed);
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    @Nullable
    UUID doerMemberId() {
        return doerMemberId;
    }

    @Nullable
    UUID doerOrganisationId() {
        return doerOrganisationId;
    }

    String deed() {
        return deed;
    }

    LocalDate doneOn() {
        return doneOn;
    }

    GoodDeedStatus status() {
        return status;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    Instant examinedAt() {
        return examinedAt;
    }

    @Nullable
    String examination() {
        return examination;
    }

    @Nullable
    Instant recognisedAt() {
        return recognisedAt;
    }

    @Nullable
    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    Integer rollYear() {
        return rollYear;
    }

    @Nullable
    Integer rollNumber() {
        return rollNumber;
    }

    @Nullable
    Instant rejectedAt() {
        return rejectedAt;
    }

    @Nullable
    String rejectionReason() {
        return rejectionReason;
    }
}
