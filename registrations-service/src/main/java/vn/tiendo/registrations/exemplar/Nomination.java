package vn.tiendo.registrations.exemplar;

import static vn.tiendo.registrations.exemplar.NominationStatus.APPROVED;
import static vn.tiendo.registrations.exemplar.NominationStatus.COMMENDED;
import static vn.tiendo.registrations.exemplar.NominationStatus.FOLLOWED_UP;
import static vn.tiendo.registrations.exemplar.NominationStatus.PROPOSED;
import static vn.tiendo.registrations.exemplar.NominationStatus.REJECTED;
import static vn.tiendo.registrations.exemplar.NominationStatus.REPORTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;

/// A collective, a person or a model that a unit holds up as an example.
@Entity
class Nomination implements Versioned {

    static final EventStream<Nomination> STREAM = new EventStream<>("registrations.nomination.v1", NominationEvent::of);

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;
    private @Nullable UUID obligationId;
    private int year;

    @Enumerated(EnumType.STRING)
    private NominationForm form;

    private @Nullable UUID nomineeMemberId;
    private @Nullable UUID nomineeOrganisationId;
    private @Nullable String title;
    private String achievement;
    private UUID[] evidenceIds;
    private @Nullable LocalDate plannedFrom;

    @Enumerated(EnumType.STRING)
    private NominationStatus status;

    private @Nullable Integer priorAwardYear;
    private boolean priorAwardConsidered;
    private Instant proposedAt;
    private String proposedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant reportedAt;
    private @Nullable UUID reportedToId;
    private @Nullable Instant commendedAt;
    private @Nullable Instant followedUpAt;
    private @Nullable String followUp;
    private @Nullable Instant rejectedAt;
    private @Nullable UUID gaveWayToId;

    @Enumerated(EnumType.STRING)
    private @Nullable NominationStatus rejectedFrom;

    private @Nullable String rejectionReason;

    protected Nomination() {}

    /// What is nominated, and why.
    ///
    /// @param evidence registrations, activities or files that speak for it
    /// @param plannedFrom the day from which it is to be carried out; approved before that
    record Case(
            @Nullable UUID obligationId,
            int year,
            NominationForm form,
            @Nullable UUID memberId,
            @Nullable UUID organisationId,
            @Nullable String title,
            String achievement,
            List<UUID> evidence,
            @Nullable LocalDate plannedFrom) {}

    /// @param priorAward the year in which the same nominee was last commended, when that was the year before
    Nomination(KnownOrganisation unit, Case proposed, @Nullable Integer priorAward, String author, Instant now) {
        organisationId = unit.id();
        organisationPath = unit.path();
        obligationId = proposed.obligationId;
        year = proposed.year;
        form = proposed.form;
        nomineeMemberId = proposed.memberId;
        nomineeOrganisationId = proposed.organisationId;
        title = proposed.title;
        achievement = proposed.achievement;
        evidenceIds = proposed.evidence.toArray(UUID[]::new);
        plannedFrom = proposed.plannedFrom;
        priorAwardYear = priorAward;
        proposedAt = now;
        proposedBy = author;
        status = PROPOSED;
    }

    /// The committee approves before anything is carried out; whoever was commended the year before, only knowingly.
    void approve(String approver, boolean despitePriorAward, Instant now) {
        require(EnumSet.of(PROPOSED));
        if (approver.equals(proposedBy)) {
            throw new NominationProblem.ProposerCannotApprove();
        }
        var today = Days.dayOf(now);
        if (plannedFrom != null && today.isAfter(plannedFrom)) {
            throw new NominationProblem.AlreadyCarriedOut(plannedFrom);
        }
        if (priorAwardYear != null && !despitePriorAward) {
            throw new NominationProblem.CommendedBefore(priorAwardYear);
        }
        priorAwardConsidered = priorAwardYear != null;
        status = APPROVED;
        approvedAt = now;
        approvedBy = approver;
    }

    void report(UUID superior, Instant now) {
        require(EnumSet.of(APPROVED));
        status = REPORTED;
        reportedAt = now;
        reportedToId = superior;
    }

    void commend(String actor, Instant now) {
        require(EnumSet.of(REPORTED));
        if (actor.equals(proposedBy) || actor.equals(approvedBy)) {
            throw new NominationProblem.ProposerCannotApprove();
        }
        status = COMMENDED;
        commendedAt = now;
    }

    /// What became of it is looked at in a later year than that of the commendation.
    void followUp(String words, Instant now) {
        require(EnumSet.of(COMMENDED));
        var from =
                LocalDate.of(Days.dayOf(commendedAt == null ? now : commendedAt).getYear() + 1, 1, 1);
        if (Days.dayOf(now).isBefore(from)) {
            throw new NominationProblem.FollowUpTooEarly(from);
        }
        status = FOLLOWED_UP;
        followedUpAt = now;
        followUp = words;
    }

    /// Either level may say no: the committee before it has been reported, the superior afterwards.
    void reject(String reason, Instant now) {
        require(EnumSet.of(PROPOSED, APPROVED, REPORTED));
        rejectedFrom = status;
        status = REJECTED;
        rejectedAt = now;
        rejectionReason = reason;
    }

    /// An amendment took the place of the plan: the same is owed under another obligation.
    void carryTo(UUID obligation) {
        obligationId = obligation;
    }

    /// The nominee's record was merged into another.
    ///
    /// @param priorAward the year in which the nominee was commended, when that was the year before
    void passTo(UUID member, @Nullable Integer priorAward) {
        nomineeMemberId = member;
        learn(priorAward);
    }

    /// What another record of the same person was commended for counts until it is approved.
    void learn(@Nullable Integer priorAward) {
        if (status == PROPOSED && priorAward != null) {
            priorAwardYear = priorAward;
        }
    }

    /// The same nominee was entered and nominated twice: the other nomination counts.
    void giveWayTo(Nomination other, Instant now) {
        gaveWayToId = other.id;
        rejectedFrom = status;
        status = REJECTED;
        rejectedAt = now;
    }

    /// Whether two nominations would be one if their nominees were.
    boolean isTwinOf(Nomination other) {
        return status != REJECTED
                && other.status != REJECTED
                && organisationId.equals(other.organisationId)
                && year == other.year
                && form == other.form;
    }

    boolean isFurtherThan(Nomination other) {
        return status.compareTo(other.status) > 0;
    }

    private void require(EnumSet<NominationStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new NominationProblem.WrongNominationStatus(status, allowed);
        }
    }

    boolean isWithSuperior() {
        return status == REPORTED;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    @Nullable
    UUID obligationId() {
        return obligationId;
    }

    int year() {
        return year;
    }

    NominationForm form() {
        return form;
    }

    @Nullable
    UUID nomineeMemberId() {
        return nomineeMemberId;
    }

    @Nullable
    UUID nomineeOrganisationId() {
        return nomineeOrganisationId;
    }

    @Nullable
    String title() {
        return title;
    }

    String achievement() {
        return achievement;
    }

    List<UUID> evidence() {
        return List.of(evidenceIds);
    }

    @Nullable
    LocalDate plannedFrom() {
        return plannedFrom;
    }

    NominationStatus status() {
        return status;
    }

    @Nullable
    Integer priorAwardYear() {
        return priorAwardYear;
    }

    boolean priorAwardConsidered() {
        return priorAwardConsidered;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    Instant reportedAt() {
        return reportedAt;
    }

    @Nullable
    UUID reportedToId() {
        return reportedToId;
    }

    @Nullable
    Instant commendedAt() {
        return commendedAt;
    }

    @Nullable
    Instant followedUpAt() {
        return followedUpAt;
    }

    @Nullable
    String followUp() {
        return followUp;
    }

    @Nullable
    Instant rejectedAt() {
        return rejectedAt;
    }

    @Nullable
    UUID gaveWayToId() {
        return gaveWayToId;
    }

    @Nullable
    NominationStatus rejectedFrom() {
        return rejectedFrom;
    }

    @Nullable
    String rejectionReason() {
        return rejectionReason;
    }
}
