package vn.tiendo.registrations.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of ratings.
final class RatingApi {

    private RatingApi() {}

    /// @param organisationId the collective, or where the person is rated
    /// @param memberId the person; absent for a collective
    /// @param head whether the person heads the organisation
    record NewSubject(
            @NotNull UUID organisationId, @Nullable UUID memberId, boolean head) {}

    record NewRatings(
            @NotNull UUID groupId,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid NewSubject> subjects) {}

    record RatingsOpened(List<RatingView> items) {}

    /// @param points out of 100, where the regulation of the year knows points
    record SelfScore(
            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal points,

            @Nullable @Size(max = 5_000) String note) {}

    /// @param disqualified whether a case leaves nothing but the last grade
    /// @param noSelfScoreReason why nobody waits for the self-score; compulsory where there is none
    record Appraisal(
            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal points,

            boolean disqualified,
            @Nullable @Size(max = 5_000) String appraisal,
            @Nullable @Size(max = 2_000) String noSelfScoreReason) {

        Appraised.Findings findings() {
            return new Appraised.Findings(points, disqualified, appraisal, noSelfScoreReason);
        }
    }

    record GradeProposal(@NotBlank @Size(max = 50) String grade) {}

    /// @param reason compulsory when the grade differs from the proposal, or was decided before
    record GradeDecision(
            @NotBlank @Size(max = 50) String grade,
            @Nullable @Size(max = 2_000) String reason) {}

    record GroupDecisionLine(
            @NotNull UUID ratingId,
            @NotBlank @Size(max = 50) String grade,
            @Nullable @Size(max = 2_000) String reason) {}

    /// @param decisions all of them take effect, or none
    record GroupDecision(@NotEmpty @Size(max = 200) List<@NotNull @Valid GroupDecisionLine> decisions) {}

    record RatingsDecided(List<RatingView> items) {}

    /// @param reason why the rating is not to be
    record Cancellation(@NotBlank @Size(max = 2_000) String reason) {}

    record Complaint(@NotBlank @Size(max = 5_000) String complaint) {}

    /// @param upheld whether it may be appraised anew, and is to be decided anew
    record Verification(
            boolean upheld, @NotBlank @Size(max = 5_000) String verification) {}

    /// What became of the member's registrations in the year.
    record RegistrationCriterion(int owed, int accepted, int late, int assessed) {}

    /// @param decidedGrade stands until it is decided anew, be the rating appraised again after a complaint
    /// @param setAsideAt when it was cancelled, or the person proved to have been rated twice: it counts no more
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingView(
            UUID id,
            UUID groupId,
            int year,
            @Nullable Integer quarter,
            RatingSubject subject,
            RatingSide side,
            UUID organisationId,
            @Nullable UUID memberId,
            boolean head,
            RatingStatus status,
            @Nullable BigDecimal selfPoints,
            @Nullable BigDecimal appraisedPoints,
            boolean disqualified,
            @Nullable RegistrationCriterion registrations,
            @Nullable String proposedGrade,
            @Nullable String decidedGrade,
            @Nullable Instant decidedAt,
            ComplaintState complaint,
            @Nullable Instant finalAt,
            @Nullable Instant setAsideAt,
            long version) {

        static RatingView of(Rating rating) {
            var appraised = rating.appraised();
            var registrations = appraised.registrations();
            return new RatingView(
                    rating.id(),
                    rating.groupId(),
                    rating.period().year(),
                    rating.period().namedQuarter(),
                    rating.subject(),
                    rating.side(),
                    rating.organisationId(),
                    rating.memberId(),
                    rating.isHead(),
                    rating.status(),
                    rating.selfScored().selfPoints(),
                    appraised.points(),
                    appraised.isDisqualified(),
                    rating.memberId() == null
                            ? null
                            : new RegistrationCriterion(
                                    registrations.owed(),
                                    registrations.accepted(),
                                    registrations.late(),
                                    registrations.assessed()),
                    rating.proposedGrade(),
                    rating.decidedGrade(),
                    rating.decidedAt(),
                    rating.objection().state(),
                    rating.finalAt(),
                    rating.setAsideAt(),
                    rating.version());
        }
    }

    record RatingPage(List<RatingView> items, @Nullable String nextCursor) {}

    /// What a quarter of the year came to.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuarterResult(
            UUID id,
            int quarter,
            RatingStatus status,
            @Nullable BigDecimal appraisedPoints,
            @Nullable String decidedGrade) {

        static QuarterResult of(Rating rating) {
            return new QuarterResult(
                    rating.id(),
                    rating.period().quarter(),
                    rating.status(),
                    rating.appraised().points(),
                    rating.decidedGrade());
        }
    }

    /// One rating with its texts.
    ///
    /// @param quarters of a year, those that feed it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingDetail(
            RatingView rating,
            @Nullable String selfNote,
            @Nullable String noSelfScoreReason,
            @Nullable String appraisal,
            @Nullable String decisionReason,
            @Nullable String complaintText,
            @Nullable String verification,
            @Nullable String cancellationReason,
            List<QuarterResult> quarters) {

        static RatingDetail of(Rating rating, List<Rating> quarters) {
            return new RatingDetail(
                    RatingView.of(rating),
                    rating.selfScored().selfNote(),
                    rating.appraised().noSelfScoreReason(),
                    rating.appraised().words(),
                    rating.decisionReason(),
                    rating.objection().text(),
                    rating.objection().verification(),
                    rating.cancellationReason(),
                    quarters.stream().map(QuarterResult::of).toList());
        }
    }
}
