package vn.tiendo.registrations.rating;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.rating.RatedRegistrations.Outcome;

/// What those who review a rating have found, beside what became of the member's registrations.
@Embeddable
class Appraised {

    private @Nullable BigDecimal appraisedPoints;
    private boolean disqualified;
    private @Nullable String appraisal;
    private @Nullable String noSelfScoreReason;
    private @Nullable Instant appraisedAt;
    private int registrationsOwed;
    private int registrationsAccepted;
    private int registrationsLate;
    private int registrationsAssessed;

    protected Appraised() {}

    static Appraised notYet() {
        return new Appraised();
    }

    /// @param points out of 100, where the regulation knows points
    /// @param disqualified whether a case leaves nothing but the last grade
    /// @param noSelfScoreReason why nobody waits for the self-score; compulsory where there is none
    record Findings(
            @Nullable BigDecimal points,
            boolean disqualified,
            @Nullable String words,
            @Nullable String noSelfScoreReason) {

        boolean isSelfScoreMissed() {
            return noSelfScoreReason == null || noSelfScoreReason.isBlank();
        }
    }

    void take(Findings findings, Outcome registrations, Instant now) {
        appraisedPoints = findings.points;
        disqualified = findings.disqualified;
        appraisal = findings.words;
        if (findings.noSelfScoreReason != null) {
            noSelfScoreReason = findings.noSelfScoreReason;
        }
        appraisedAt = now;
        learn(registrations);
    }

    void learn(Outcome registrations) {
        registrationsOwed = registrations.owed();
        registrationsAccepted = registrations.accepted();
        registrationsLate = registrations.late();
        registrationsAssessed = registrations.assessed();
    }

    /// No better grade than the appraised points allow.
    void requireEarned(String grade, RatingRule rule) {
        var best = rule.bestFor(appraisedPoints, disqualified);
        if (rule.placeOf(grade) < best) {
            throw new RatingProblem.GradeNotEarned(
                    grade, rule.codeAt(best), appraisedPoints == null ? "-" : appraisedPoints.toPlainString());
        }
    }

    @Nullable
    BigDecimal points() {
        return appraisedPoints;
    }

    boolean isDisqualified() {
        return disqualified;
    }

    @Nullable
    String words() {
        return appraisal;
    }

    @Nullable
    String noSelfScoreReason() {
        return noSelfScoreReason;
    }

    Outcome registrations() {
        return new Outcome(registrationsOwed, registrationsAccepted, registrationsLate, registrationsAssessed);
    }
}
