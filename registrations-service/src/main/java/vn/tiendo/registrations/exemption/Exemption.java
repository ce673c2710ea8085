package vn.tiendo.registrations.exemption;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.registration.ExemptBy;

/// That a member owes no registration in one campaign, by what, and how that ended.
@Entity
@DynamicUpdate
class Exemption {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID registrationId;
    private UUID campaignId;
    private UUID memberId;
    private String basis;
    private String ground;
    private @Nullable String decisionNumber;
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate reviewOn;
    private Instant exemptedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable End endKind;

    private @Nullable String endReason;

    /// How an exemption ended.
    enum End {
        REVOKED,
        OPTED_IN,
        RULE_ENDED
    }

    protected Exemption() {}

    Exemption(UUID registration, UUID campaign, UUID member, ExemptBy by, Instant now) {
        registrationId = registration;
        campaignId = campaign;
        memberId = member;
        basis = Objects.requireNonNull(by.exemptBasis());
        ground = Objects.requireNonNull(by.exemptGround());
        decisionNumber = by.exemptDecisionNumber();
        decidedOn = by.exemptDecidedOn();
        reviewOn = by.exemptReviewOn();
        exemptedAt = now;
    }

    /// The cell has looked at its decision again.
    ///
    /// @param number of the new decision; the old one stands when absent
    void review(@Nullable String number, @Nullable LocalDate on, @Nullable LocalDate next) {
        requireHoldingDecision();
        decisionNumber = number == null ? decisionNumber : number;
        decidedOn = on == null ? decidedOn : on;
        reviewOn = next;
        requireReviewAfterDecision(decidedOn, reviewOn);
    }

    /// The cell takes its decision back; what the plan's rule says ends with the member's status.
    void revoke(String reason, Instant now) {
        requireHoldingDecision();
        end(End.REVOKED, reason, now);
    }

    void end(End how, @Nullable String reason, Instant now) {
        requireHolding();
        endedAt = now;
        endKind = how;
        endReason = reason;
    }

    static void requireReviewAfterDecision(@Nullable LocalDate decided, @Nullable LocalDate review) {
        if (decided != null && review != null && !review.isAfter(decided)) {
            throw new ExemptionProblem.ReviewBeforeDecision();
        }
    }

    private void requireHoldingDecision() {
        requireHolding();
        if (!ExemptBy.DECISION.equals(basis)) {
            throw new ExemptionProblem.NoDecision();
        }
    }

    private void requireHolding() {
        if (endedAt != null) {
            throw new ExemptionProblem.ExemptionEnded();
        }
    }

    ExemptBy by() {
        return new ExemptBy(basis, ground, decisionNumber, decidedOn, reviewOn);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID registrationId() {
        return registrationId;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID memberId() {
        return memberId;
    }

    Instant exemptedAt() {
        return exemptedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    End endKind() {
        return endKind;
    }

    @Nullable
    String endReason() {
        return endReason;
    }
}
