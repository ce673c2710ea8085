package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.registrations.rating.RatingFixtures.FULFILLED;
import static vn.tiendo.registrations.rating.RatingFixtures.NOW;
import static vn.tiendo.registrations.rating.RatingFixtures.aDecided;
import static vn.tiendo.registrations.rating.RatingFixtures.aProposed;
import static vn.tiendo.registrations.rating.RatingFixtures.aRating;
import static vn.tiendo.registrations.rating.RatingFixtures.anAppraised;
import static vn.tiendo.registrations.rating.RatingFixtures.byGrades;
import static vn.tiendo.registrations.rating.RatingFixtures.byPoints;
import static vn.tiendo.registrations.rating.RatingFixtures.decide;
import static vn.tiendo.registrations.rating.RatingFixtures.found;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.rating.RatedRegistrations.Outcome;
import vn.tiendo.registrations.rating.RatingProblem.ComplaintOpen;
import vn.tiendo.registrations.rating.RatingProblem.GradeNotEarned;
import vn.tiendo.registrations.rating.RatingProblem.NoPointsKnown;
import vn.tiendo.registrations.rating.RatingProblem.PointsNeeded;
import vn.tiendo.registrations.rating.RatingProblem.ProposerCannotDecide;
import vn.tiendo.registrations.rating.RatingProblem.RatingRuleUnsound;
import vn.tiendo.registrations.rating.RatingProblem.RatingSetAside;
import vn.tiendo.registrations.rating.RatingProblem.ReasonNeeded;
import vn.tiendo.registrations.rating.RatingProblem.RegistrationNotFulfilled;
import vn.tiendo.registrations.rating.RatingProblem.SelfScoreMissing;
import vn.tiendo.registrations.rating.RatingProblem.WrongRatingStatus;

class RatingTest {

    private static final RatingRule.Customs YEARLY = new RatingRule.Customs(false, false);

    /// The words of the regulation: from 90 points, 70 to below 90, 50 to below 70, below 50.
    @Property
    void points_allow_the_grade_that_the_regulation_names(@ForAll @IntRange(max = 10_000) int hundredths) {
        var rule = byPoints();
        var expected = hundredths >= 9_000
                ? "OUTSTANDING"
                : hundredths >= 7_000 ? "GOOD" : hundredths >= 5_000 ? "COMPLETED" : "NOT_COMPLETED";
        assertThat(rule.codeAt(rule.bestFor(BigDecimal.valueOf(hundredths, 2), false)))
                .isEqualTo(expected);
        assertThat(rule.codeAt(rule.bestFor(BigDecimal.valueOf(hundredths, 2), true)))
                .isEqualTo("NOT_COMPLETED");
    }

    @Test
    void a_grade_better_than_the_points_is_not_earned_and_a_worse_one_may_be_proposed() {
        var rating = anAppraised(89);
        assertThatThrownBy(() -> rating.propose("OUTSTANDING", "secretary", byPoints(), NOW))
                .isInstanceOfSatisfying(
                        GradeNotEarned.class,
                        problem -> assertThat(problem.arguments().toString())
                                .contains("best=GOOD")
                                .contains("points=89"));
        rating.propose("COMPLETED", "secretary", byPoints(), NOW);
        assertThat(rating.status()).isEqualTo(RatingStatus.PROPOSED);
    }

    @Test
    void a_disqualifying_case_leaves_the_last_grade_whatever_the_points() {
        var rating = aRating();
        rating.scoreSelf(BigDecimal.valueOf(98), null, byPoints(), NOW);
        rating.appraise(found(98, true), FULFILLED, byPoints(), NOW);
        assertThatThrownBy(() -> rating.propose("COMPLETED", "s", byPoints(), NOW))
                .isInstanceOf(GradeNotEarned.class);
        rating.propose("NOT_COMPLETED", "s", byPoints(), NOW);
        assertThat(rating.proposedGrade()).isEqualTo("NOT_COMPLETED");
    }

    @Test
    void the_earlier_regulation_knows_grades_and_no_points() {
        var rating = aRating();
        assertThatThrownBy(() -> rating.scoreSelf(BigDecimal.TEN, null, byGrades(), NOW))
                .isInstanceOf(NoPointsKnown.class);
        rating.scoreSelf(null, "Tự nhận hoàn thành tốt", byGrades(), NOW);
        rating.appraise(found(null, false), FULFILLED, byGrades(), NOW);
        rating.propose("OUTSTANDING", "s", byGrades(), NOW);
        assertThat(rating.proposedGrade()).isEqualTo("OUTSTANDING");
        assertThatThrownBy(() -> aRating().scoreSelf(null, null, byPoints(), NOW))
                .isInstanceOf(PointsNeeded.class);
    }

    @Test
    void no_step_is_skipped() {
        var open = aRating();
        assertThatThrownBy(() -> open.appraise(found(1, false), FULFILLED, byPoints(), NOW))
                .isInstanceOf(SelfScoreMissing.class);
        assertThatThrownBy(() -> open.propose("GOOD", "s", byPoints(), NOW)).isInstanceOf(WrongRatingStatus.class);
        assertThatThrownBy(() -> decide(anAppraised(80), "GOOD", null)).isInstanceOf(WrongRatingStatus.class);
        assertThatThrownBy(() -> aProposed(80, "GOOD").finish(NOW)).isInstanceOf(WrongRatingStatus.class);
        assertThatThrownBy(() -> aProposed(80, "GOOD").scoreSelf(BigDecimal.ONE, null, byPoints(), NOW))
                .isInstanceOf(WrongRatingStatus.class);
    }

    @Test
    void who_proposed_does_not_decide() {
        var rating = aProposed(80, "GOOD");
        assertThatThrownBy(() ->
                        rating.decide(new Rating.Decision("GOOD", null), "secretary", byPoints(), FULFILLED, true, NOW))
                .isInstanceOf(ProposerCannotDecide.class);
    }

    @Test
    void another_grade_than_the_proposed_needs_a_reason_and_so_does_a_second_decision() {
        var rating = aProposed(95, "OUTSTANDING");
        assertThatThrownBy(() -> decide(rating, "GOOD", " ")).isInstanceOf(ReasonNeeded.class);
        decide(rating, "GOOD", "Vượt tỷ lệ");
        assertThatThrownBy(() -> decide(rating, "OUTSTANDING", null)).isInstanceOf(ReasonNeeded.class);
        decide(rating, "OUTSTANDING", "Còn chỉ tiêu");
        assertThat(rating.decidedGrade()).isEqualTo("OUTSTANDING");
    }

    @Test
    void the_best_grade_needs_the_registrations_where_the_group_says_so() {
        var owing = new Outcome(2, 1, 0, 0);
        var best = new Rating.Decision("OUTSTANDING", null);
        assertThatThrownBy(() -> aProposed(95, "OUTSTANDING").decide(best, "leader", byPoints(), owing, true, NOW))
                .isInstanceOfSatisfying(
                        RegistrationNotFulfilled.class,
                        problem -> assertThat(problem.arguments()).isEqualTo(Map.of("owed", 2, "accepted", 1)));
        var lenient = aProposed(95, "OUTSTANDING");
        lenient.decide(best, "leader", byPoints(), owing, false, NOW);
        assertThat(lenient.appraised().registrations()).isEqualTo(owing);
        var second = aProposed(95, "GOOD");
        second.decide(new Rating.Decision("GOOD", null), "leader", byPoints(), owing, true, NOW);
        assertThat(second.decidedAt()).isNotNull();
    }

    @Test
    void an_open_complaint_blocks_decision_and_finality_until_it_is_verified() {
        var proposed = aProposed(80, "GOOD");
        proposed.complain("Chưa đúng", NOW);
        assertThatThrownBy(() -> decide(proposed, "GOOD", null)).isInstanceOf(ComplaintOpen.class);
        proposed.verify(false, "Đúng", NOW);
        decide(proposed, "GOOD", null);
        proposed.complain("Vẫn chưa đúng", NOW);
        assertThatThrownBy(() -> proposed.finish(NOW)).isInstanceOf(ComplaintOpen.class);
        proposed.verify(false, "Giữ nguyên", NOW);
        proposed.finish(NOW);
        assertThat(proposed.status()).isEqualTo(RatingStatus.FINAL);
        assertThatThrownBy(() -> proposed.complain("Muộn", NOW)).isInstanceOf(WrongRatingStatus.class);
    }

    @Test
    void an_upheld_complaint_demands_a_decision_anew_before_it_is_final() {
        var rating = aDecided("GOOD");
        rating.complain("Điểm sai", NOW);
        rating.verify(true, "Tính thiếu điểm", NOW);
        assertThatThrownBy(() -> rating.finish(NOW)).isInstanceOf(ComplaintOpen.class);
        decide(rating, "OUTSTANDING", "Tính lại điểm");
        assertThat(rating.objection().state()).isEqualTo(ComplaintState.SETTLED);
        rating.finish(NOW);
        assertThat(rating.decidedGrade()).isEqualTo("OUTSTANDING");
    }

    @Test
    void an_upheld_complaint_lets_points_and_disqualification_be_corrected_and_the_decision_stands_meanwhile() {
        var rating = aProposed(65, "COMPLETED");
        decide(rating, "COMPLETED", null);
        assertThatThrownBy(() -> rating.appraise(found(72, false), FULFILLED, byPoints(), NOW))
                .isInstanceOf(WrongRatingStatus.class);
        rating.complain("Thiếu điểm", NOW);
        assertThatThrownBy(() -> rating.appraise(found(72, false), FULFILLED, byPoints(), NOW))
                .isInstanceOf(WrongRatingStatus.class);
        rating.verify(true, "Tính thiếu điểm", NOW);
        rating.appraise(found(72, false), FULFILLED, byPoints(), NOW);
        assertThat(rating.proposedGrade()).isNull();
        assertThat(rating.decidedGrade()).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> decide(rating, "GOOD", "Tính lại")).isInstanceOf(WrongRatingStatus.class);
        rating.propose("GOOD", "secretary", byPoints(), NOW);
        assertThatThrownBy(() -> decide(rating, "GOOD", null)).isInstanceOf(ReasonNeeded.class);
        decide(rating, "GOOD", "Tính lại điểm");
        rating.finish(NOW);
        assertThat(rating.decidedGrade()).isEqualTo("GOOD");
    }

    @Test
    void a_complaint_that_is_upheld_before_the_decision_lets_the_appraisal_be_corrected_too() {
        var rating = anAppraised(80);
        rating.appraise(found(80, true), FULFILLED, byPoints(), NOW);
        rating.propose("NOT_COMPLETED", "secretary", byPoints(), NOW);
        rating.complain("Không bị kỷ luật", NOW);
        rating.verify(true, "Nhầm người", NOW);
        rating.appraise(found(80, false), FULFILLED, byPoints(), NOW);
        rating.propose("GOOD", "secretary", byPoints(), NOW);
        decide(rating, "GOOD", null);
        assertThat(rating.objection().state()).isEqualTo(ComplaintState.SETTLED);
    }

    @Test
    void who_never_scores_itself_is_appraised_for_a_reason() {
        var rating = aRating();
        rating.appraise(
                new Appraised.Findings(BigDecimal.valueOf(60), false, null, "Từ chối tự chấm"),
                FULFILLED,
                byPoints(),
                NOW);
        rating.appraise(found(65, false), FULFILLED, byPoints(), NOW);
        assertThat(rating.appraised().noSelfScoreReason()).isEqualTo("Từ chối tự chấm");
        assertThat(rating.appraised().points()).isEqualByComparingTo("65");
    }

    @Test
    void what_is_final_is_not_cancelled_and_what_is_cancelled_takes_no_step() {
        var finished = aDecided("GOOD");
        finished.finish(NOW);
        assertThatThrownBy(() -> finished.cancel("Nhầm", NOW)).isInstanceOf(WrongRatingStatus.class);
        var cancelled = aProposed(80, "GOOD");
        cancelled.cancel("Nhầm", NOW);
        assertThatThrownBy(() -> decide(cancelled, "GOOD", null)).isInstanceOf(RatingSetAside.class);
        assertThatThrownBy(() -> cancelled.cancel("Nhầm", NOW)).isInstanceOf(RatingSetAside.class);
    }

    @Test
    void a_regulation_with_rising_thresholds_or_a_cap_on_unknown_grades_is_unsound() {
        var cap = new Cap("A", "B", 20, Rounding.DOWN);
        var day = java.time.LocalDate.of(2030, 1, 1);
        var rising = List.of(grade("A", 50), grade("B", 70), grade("C", 0));
        assertThatThrownBy(() -> new RatingRule("x", day, day, cap, null, YEARLY, rising))
                .isInstanceOf(RatingRuleUnsound.class);
        var unknown = List.of(grade("A", 50), grade("C", 0));
        assertThatThrownBy(() -> new RatingRule("x", day, day, cap, null, YEARLY, unknown))
                .isInstanceOf(RatingRuleUnsound.class);
        var aboveNought = List.of(grade("A", 50), grade("B", 10));
        assertThatThrownBy(() -> new RatingRule("x", day, day, cap, null, YEARLY, aboveNought))
                .isInstanceOf(RatingRuleUnsound.class);
        var sound = List.of(grade("A", 50), grade("B", 0));
        assertThatThrownBy(() -> new RatingRule("x", day, day, cap, 10, YEARLY, sound))
                .isInstanceOf(RatingRuleUnsound.class);
        assertThat(new RatingRule("x", day, day, cap, 30, YEARLY, sound)
                        .cap(true)
                        .percent())
                .isEqualTo(30);
    }

    private static Grade grade(String code, int points) {
        return new Grade(code, BigDecimal.valueOf(points), code, code);
    }
}
