package vn.tiendo.registrations.rating;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;

/// Those who are compared with one another in a year or quarter, and how many of them hold the grades that the cap is
/// about.
@Entity
class RatingGroup {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;

    @Embedded
    private RatingPeriod period;

    private UUID ruleId;

    @Enumerated(EnumType.STRING)
    private RatingSubject subject;

    @Enumerated(EnumType.STRING)
    private RatingSide side;

    private String name;
    private boolean registrationCounts;
    private @Nullable Instant capRaisedAt;
    private @Nullable String capRaisedBy;
    private @Nullable String capDecision;
    private int cappedCount;
    private int baseCount;
    private Instant createdAt;

    protected RatingGroup() {}

    RatingGroup(
            KnownOrganisation organisation,
            RatingPeriod period,
            RatingRule rule,
            RatingSubject subject,
            RatingSide side,
            String name,
            boolean registrationCounts,
            Instant now) {
        organisationId = organisation.id();
        organisationPath = organisation.path();
        this.period = period;
        ruleId = rule.id();
        this.subject = subject;
        this.side = side;
        this.name = name;
        this.registrationCounts = registrationCounts;
        createdAt = now;
    }

    /// Counts a grade that was given in the place of another; [#requireWithin] judges once all are counted.
    void count(@Nullable String before, @Nullable String after, Cap cap) {
        cappedCount += one(after, cap.grade()) - one(before, cap.grade());
        baseCount += one(after, cap.base()) - one(before, cap.base());
    }

    private static int one(@Nullable String grade, String wanted) {
        return wanted.equals(grade) ? 1 : 0;
    }

    /// @throws RatingProblem.CapExceeded with the numbers (409)
    void requireWithin(Cap cap) {
        if (!cap.admits(cappedCount, baseCount)) {
            throw new RatingProblem.CapExceeded(cap, cappedCount, baseCount);
        }
    }

    /// The competent level lets an outstanding organisation have more.
    void raiseCap(String by, String decision, Instant now) {
        if (capRaisedAt != null) {
            throw new RatingProblem.CapAlreadyRaised();
        }
        capRaisedAt = now;
        capRaisedBy = by;
        capDecision = decision;
    }

    /// The organisation is outstanding no longer: what was given under the raised cap must fit under the plain one.
    void lowerCap(Cap plain) {
        requireWithin(plain);
        capRaisedAt = null;
        capRaisedBy = null;
        capDecision = null;
    }

    boolean isCapRaised() {
        return capRaisedAt != null;
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

    RatingPeriod period() {
        return period;
    }

    RatingSide side() {
        return side;
    }

    UUID ruleId() {
        return ruleId;
    }

    RatingSubject subject() {
        return subject;
    }

    String name() {
        return name;
    }

    boolean registrationCounts() {
        return registrationCounts;
    }

    @Nullable
    Instant capRaisedAt() {
        return capRaisedAt;
    }

    @Nullable
    String capDecision() {
        return capDecision;
    }

    int cappedCount() {
        return cappedCount;
    }

    int baseCount() {
        return baseCount;
    }

    Instant createdAt() {
        return createdAt;
    }
}
