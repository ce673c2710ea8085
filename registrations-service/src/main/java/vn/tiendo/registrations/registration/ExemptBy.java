package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What exempts a member: the rule of the plan, or a decision of the cell with its number and date.
///
/// @param exemptGround the member's status that the rule names, or what the cell went by
/// @param exemptReviewOn day from which the decision is to be looked at again
@Embeddable
public record ExemptBy(
        @Nullable String exemptBasis,
        @Nullable String exemptGround,
        @Nullable String exemptDecisionNumber,
        @Nullable LocalDate exemptDecidedOn,
        @Nullable LocalDate exemptReviewOn) {

    public static final String RULE = "RULE";
    public static final String DECISION = "DECISION";

    static final ExemptBy NOTHING = new ExemptBy(null, null, null, null, null);

    public static ExemptBy rule(String status) {
        return new ExemptBy(RULE, status, null, null, null);
    }

    public static ExemptBy decision(String ground, String number, LocalDate on, @Nullable LocalDate reviewOn) {
        return new ExemptBy(DECISION, ground, number, on, reviewOn);
    }

    boolean isRule() {
        return RULE.equals(exemptBasis);
    }
}
