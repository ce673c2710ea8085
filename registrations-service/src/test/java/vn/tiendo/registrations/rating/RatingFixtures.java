package vn.tiendo.registrations.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.rating.RatedRegistrations.Outcome;

/// The two shipped regulations, and ratings as far as tests need them.
final class RatingFixtures {

    static final Instant NOW = Instant.parse("2025-12-20T03:00:00Z");
    static final Outcome FULFILLED = new Outcome(1, 1, 0, 0);

    private RatingFixtures() {}

    static RatingRule byPoints() {
        return rule("366-QĐ/TW", LocalDate.of(2025, 8, 30), 25, 90, 70, 50, 0);
    }

    static RatingRule byGrades() {
        return rule("124-QĐ/TW", LocalDate.of(2023, 10, 4), null);
    }

    private static RatingRule rule(String document, LocalDate from, @Nullable Integer raised, int... points) {
        var codes = List.of("OUTSTANDING", "GOOD", "COMPLETED", "NOT_COMPLETED");
        var grades = java.util.stream.IntStream.range(0, codes.size())
                .mapToObj(i ->
                        new Grade(codes.get(i), points.length == 0 ? null : BigDecimal.valueOf(points[i]), "vi", "en"))
                .toList();
        return new RatingRule(
                document,
                from,
                from,
                new Cap("OUTSTANDING", "GOOD", 20, Rounding.DOWN),
                raised,
                new RatingRule.Customs(points.length > 0, points.length > 0),
                grades);
    }

    static KnownOrganisation aCell() {
        return new KnownOrganisation(UUID.randomUUID(), "CB", "Chi bộ", "CELL", null, "t1/", TestTree.LONG_AGO, null);
    }

    static RatingGroup aGroup(RatingRule rule) {
        return new RatingGroup(
                aCell(),
                RatingPeriod.of(2025),
                rule,
                RatingSubject.INDIVIDUAL,
                RatingSide.PARTY,
                "Đảng viên",
                true,
                NOW);
    }

    static Rating aRating() {
        return new Rating(aGroup(byPoints()), aCell(), UUID.randomUUID(), false);
    }

    static Rating anAppraised(int points) {
        var rating = aRating();
        rating.scoreSelf(BigDecimal.valueOf(points), null, byPoints(), NOW);
        rating.appraise(found(points, false), FULFILLED, byPoints(), NOW);
        return rating;
    }

    static Appraised.Findings found(@Nullable Integer points, boolean disqualified) {
        return new Appraised.Findings(points == null ? null : BigDecimal.valueOf(points), disqualified, null, null);
    }

    static Rating aProposed(int points, String grade) {
        var rating = anAppraised(points);
        rating.propose(grade, "secretary", byPoints(), NOW);
        return rating;
    }

    static Rating aDecided(String grade) {
        var rating = aProposed(95, grade);
        decide(rating, grade, null);
        return rating;
    }

    static void decide(Rating rating, String grade, @Nullable String reason) {
        rating.decide(new Rating.Decision(grade, reason), "leader", byPoints(), FULFILLED, true, NOW);
    }
}
