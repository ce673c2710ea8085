package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.registrations.rating.RatingFixtures.NOW;
import static vn.tiendo.registrations.rating.RatingFixtures.aGroup;
import static vn.tiendo.registrations.rating.RatingFixtures.byPoints;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.rating.RatingProblem.CapExceeded;

class RatingGroupTest {

    private static final List<String> GRADES = List.of("OUTSTANDING", "GOOD", "COMPLETED", "NOT_COMPLETED");
    private static final Cap CAP = byPoints().cap(false);

    /// Decisions in any order, each kept only when it is within the cap: a recount never finds more than a fifth.
    @Property(tries = 300)
    void whatever_is_decided_in_whatever_order_a_recount_is_within_the_cap(
            @ForAll @Size(max = 80) List<@IntRange(max = 79) Integer> steps) {
        var group = aGroup(byPoints());
        var given = new HashMap<Integer, String>();
        for (int step : steps) {
            var person = step % 20;
            var grade = GRADES.get(step / 20);
            var before = given.get(person);
            group.count(before, grade, CAP);
            try {
                group.requireWithin(CAP);
                given.put(person, grade);
            } catch (CapExceeded refused) {
                group.count(grade, before == null ? "" : before, CAP); // as a transaction undone
            }
            var outstanding =
                    given.values().stream().filter("OUTSTANDING"::equals).count();
            var good = given.values().stream().filter("GOOD"::equals).count();
            assertThat(outstanding * 5).isLessThanOrEqualTo(good);
            assertThat(group.cappedCount()).isEqualTo((int) outstanding);
            assertThat(group.baseCount()).isEqualTo((int) good);
        }
    }

    @Test
    void the_refusal_carries_the_numbers() {
        var group = aGroup(byPoints());
        for (int i = 0; i < 9; i++) {
            group.count(null, "GOOD", CAP);
        }
        group.count(null, "OUTSTANDING", CAP);
        group.requireWithin(CAP);
        group.count(null, "OUTSTANDING", CAP);
        assertThatThrownBy(() -> group.requireWithin(CAP))
                .isInstanceOfSatisfying(
                        CapExceeded.class,
                        problem -> assertThat(problem.arguments())
                                .isEqualTo(java.util.Map.of(
                                        "grade",
                                        "OUTSTANDING",
                                        "count",
                                        2,
                                        "allowed",
                                        1,
                                        "percent",
                                        20,
                                        "base",
                                        "GOOD",
                                        "baseCount",
                                        9)));
    }

    @Test
    void a_raised_cap_is_lowered_only_when_what_was_given_fits_the_plain_one() {
        var group = aGroup(byPoints());
        for (int i = 0; i < 4; i++) {
            group.count(null, "GOOD", CAP);
        }
        group.raiseCap("leader", "QĐ 12", NOW);
        group.count(null, "OUTSTANDING", byPoints().cap(true));
        group.requireWithin(byPoints().cap(true));
        assertThatThrownBy(() -> group.lowerCap(CAP)).isInstanceOf(CapExceeded.class);
        group.count(null, "GOOD", CAP);
        group.lowerCap(CAP);
        assertThat(group.isCapRaised()).isFalse();
    }
}
