package vn.tiendo.registrations.rating;

import static vn.tiendo.registrations.rating.RatingStatus.APPRAISED;
import static vn.tiendo.registrations.rating.RatingStatus.DECIDED;
import static vn.tiendo.registrations.rating.RatingStatus.FINAL;
import static vn.tiendo.registrations.rating.RatingStatus.OPEN;
import static vn.tiendo.registrations.rating.RatingStatus.PROPOSED;
import static vn.tiendo.registrations.rating.RatingStatus.SELF_SCORED;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.rating.RatedRegistrations.Outcome;

/// The rating of one collective or person for one year or quarter.
@Entity
class Rating {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID groupId;

    @Embedded
    private RatingPeriod period;

    @Enumerated(EnumType.STRING)
    private RatingSubject subject;

    @Enumerated(EnumType.STRING)
    private RatingSide side;

    private UUID organisationId;
    private String organisationPath;
    private @Nullable UUID memberId;
    private boolean head;

    @Enumerated(EnumType.STRING)
    private RatingStatus status = OPEN;

    @Embedded
    private @Nullable SelfScored selfScored;

    @Embedded
    private Appraised appraised = Appraised.notYet();

    @Embedded
    private @Nullable Proposal proposal;

    private @Nullable String decidedGrade;
    private @Nullable String decisionReason;
    private @Nullable Instant decidedAt;

    @Embedded
    private Objection objection = Objection.none();

    private @Nullable Instant finalAt;
    private @Nullable Instant setAsideAt;
    private @Nullable String cancellationReason;

    protected Rating() {}

    /// @param organisation the collective itself, or where the person is rated
    /// @param member absent for a collective
    /// @param head whether the person heads the organisation
    Rating(RatingGroup group, KnownOrganisation organisation, @Nullable UUID member, boolean head) {
        groupId = group.id();
        period = group.period();
        subject = group.subject();
        side = group.side();
        organisationId = organisation.id();
        organisationPath = organisation.path();
        memberId = member;
        this.head = head;
    }

    /// May be corrected until it is appraised.
    void scoreSelf(@Nullable BigDecimal points, @Nullable String note, RatingRule rule, Instant now) {
        require(EnumSet.of(OPEN, SELF_SCORED));
        rule.requirePoints(points);
        selfScored = new SelfScored(points, note, now);
        status = SELF_SCORED;
    }

    /// Those who never score themselves hold nobody up, for a reason that is kept. May be corrected until a grade is
    /// proposed, and again once a complaint is upheld: the proposal falls with what it stood on, while a decision
    /// stands and is counted until it is taken anew.
    void appraise(Appraised.Findings findings, Outcome registrations, RatingRule rule, Instant now) {
        require(
                objection.isUpheld()
                        ? EnumSet.of(SELF_SCORED, APPRAISED, PROPOSED, DECIDED)
                        : EnumSet.of(OPEN, SELF_SCORED, APPRAISED));
        if (status == OPEN && findings.isSelfScoreMissed()) {
            throw new RatingProblem.SelfScoreMissing();
        }
        rule.requirePoints(findings.points());
        appraised.take(findings, registrations, now);
        proposal = null;
        status = APPRAISED;
    }

    void propose(String grade, String author, RatingRule rule, Instant now) {
        require(EnumSet.of(APPRAISED, PROPOSED));
        appraised.requireEarned(grade, rule);
        proposal = new Proposal(grade, now, author);
        status = PROPOSED;
    }

    /// May be decided anew, with a reason, until it is final.
    ///
    /// @param registrations as they stand at the moment
    /// @param registrationCounts whether the best grade needs every registration accepted
    void decide(
            Decision decision,
            String actor,
            RatingRule rule,
            Outcome registrations,
            boolean registrationCounts,
            Instant now) {
        require(EnumSet.of(PROPOSED, DECIDED));
        if (proposal != null && actor.equals(proposal.proposedBy())) {
            throw new RatingProblem.ProposerCannotDecide();
        }
        objection.requireNotOpen();
        appraised.requireEarned(decision.grade, rule);
        appraised.learn(registrations);
        if (registrationCounts && rule.placeOf(decision.grade) == 0 && !registrations.isFulfilled()) {
            throw new RatingProblem.RegistrationNotFulfilled(registrations.owed(), registrations.accepted());
        }
        var differs = !decision.grade.equals(proposedGrade());
        if ((differs || decidedAt != null) && (decision.reason == null || decision.reason.isBlank())) {
            throw new RatingProblem.ReasonNeeded();
        }
        decidedGrade = decision.grade;
        decisionReason = decision.reason;
        decidedAt = now;
        status = DECIDED;
        objection.settle();
    }

    /// @param reason compulsory when the grade differs from the proposal, or was decided before
    record Decision(String grade, @Nullable String reason) {}

    void complain(String text, Instant now) {
        require(EnumSet.of(APPRAISED, PROPOSED, DECIDED));
        objection.raise(text, now);
    }

    /// @param upheld whether it may be appraised anew and, where it was decided, is to be decided anew
    void verify(boolean upheld, String words, Instant now) {
        requireCounting();
        objection.verify(upheld, words, now);
    }

    void finish(Instant now) {
        require(EnumSet.of(DECIDED));
        objection.requireDone();
        status = FINAL;
        finalAt = now;
    }

    /// It was opened by mistake, or what it is about is no more. It stays to be read, and counts no more.
    void cancel(String reason, Instant now) {
        require(EnumSet.range(OPEN, DECIDED));
        cancellationReason = reason;
        setAside(now);
    }

    /// The person was entered twice and rated twice; this one stays to be read, and counts no more.
    void setAside(Instant now) {
        setAsideAt = now;
    }

    /// The person's record was merged into another.
    void passTo(UUID member) {
        memberId = member;
    }

    /// Whether two ratings would be one if their persons were.
    boolean isTwinOf(Rating other) {
        return setAsideAt == null && other.setAsideAt == null && period.equals(other.period) && side == other.side;
    }

    boolean isFurtherThan(Rating other) {
        return status.compareTo(other.status) > 0;
    }

    private void requireCounting() {
        if (setAsideAt != null) {
            throw new RatingProblem.RatingSetAside();
        }
    }

    private void require(EnumSet<RatingStatus> allowed) {
        requireCounting();
        if (!allowed.contains(status)) {
            throw new RatingProblem.WrongRatingStatus(status, allowed);
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID groupId() {
        return groupId;
    }

    RatingPeriod period() {
        return period;
    }

    RatingSide side() {
        return side;
    }

    RatingSubject subject() {
        return subject;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    @Nullable
    UUID memberId() {
        return memberId;
    }

    boolean isHead() {
        return head;
    }

    RatingStatus status() {
        return status;
    }

    SelfScored selfScored() {
        return Objects.requireNonNullElse(selfScored, SelfScored.NOT_YET);
    }

    Appraised appraised() {
        return appraised;
    }

    @Nullable
    String proposedGrade() {
        return proposal == null ? null : proposal.proposedGrade();
    }

    @Nullable
    String decidedGrade() {
        return decidedGrade;
    }

    @Nullable
    String decisionReason() {
        return decisionReason;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    Objection objection() {
        return objection;
    }

    @Nullable
    Instant finalAt() {
        return finalAt;
    }

    @Nullable
    Instant setAsideAt() {
        return setAsideAt;
    }

    @Nullable
    String cancellationReason() {
        return cancellationReason;
    }
}
