package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.tiendo.plans.plan.PlanProblem.AdoptedInTheFuture;
import vn.tiendo.plans.plan.PlanProblem.NoMajority;
import vn.tiendo.plans.plan.PlanProblem.VotesDoNotAddUp;

class AdoptionTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    private static Adoption held(LocalDate day, int present, int inFavour, int against, int abstained) {
        return new Adoption(Adoption.Body.COLLECTIVE_LEADERSHIP, day, present, inFavour, against, abstained, null);
    }

    @Test
    void one_more_than_half_carries_it_and_half_does_not() {
        assertThatCode(() -> held(TODAY, 15, 8, 7, 0).requireCarried(TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> held(TODAY, 16, 8, 8, 0).requireCarried(TODAY)).isInstanceOf(NoMajority.class);
    }

    @Test
    void those_who_abstain_count_as_present() {
        assertThatThrownBy(() -> held(TODAY, 15, 7, 0, 8).requireCarried(TODAY)).isInstanceOf(NoMajority.class);
    }

    @Test
    void a_vote_of_tomorrow_was_not_held() {
        assertThatThrownBy(() -> held(TODAY.plusDays(1), 15, 15, 0, 0).requireCarried(TODAY))
                .isInstanceOf(AdoptedInTheFuture.class);
    }

    @Property
    void carried_exactly_when_votes_add_up_and_more_than_half_are_in_favour(
            @ForAll @IntRange(min = 1, max = 400) int present,
            @ForAll @IntRange(max = 400) int inFavour,
            @ForAll @IntRange(max = 400) int against,
            @ForAll @IntRange(max = 400) int abstained) {
        var vote = held(TODAY, present, inFavour, against, abstained);
        if (inFavour + against + abstained != present) {
            assertThatThrownBy(() -> vote.requireCarried(TODAY)).isInstanceOf(VotesDoNotAddUp.class);
        } else if (inFavour > present - inFavour) {
            assertThatCode(() -> vote.requireCarried(TODAY)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> vote.requireCarried(TODAY)).isInstanceOf(NoMajority.class);
        }
    }
}
