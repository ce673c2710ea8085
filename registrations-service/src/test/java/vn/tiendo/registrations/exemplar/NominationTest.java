package vn.tiendo.registrations.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.registrations.exemplar.NominationStatus.APPROVED;
import static vn.tiendo.registrations.exemplar.NominationStatus.COMMENDED;
import static vn.tiendo.registrations.exemplar.NominationStatus.FOLLOWED_UP;
import static vn.tiendo.registrations.exemplar.NominationStatus.PROPOSED;
import static vn.tiendo.registrations.exemplar.NominationStatus.REJECTED;
import static vn.tiendo.registrations.exemplar.NominationStatus.REPORTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.exemplar.NominationProblem.AlreadyCarriedOut;
import vn.tiendo.registrations.exemplar.NominationProblem.CommendedBefore;
import vn.tiendo.registrations.exemplar.NominationProblem.FollowUpTooEarly;
import vn.tiendo.registrations.exemplar.NominationProblem.ProposerCannotApprove;
import vn.tiendo.registrations.exemplar.NominationProblem.WrongNominationStatus;

class NominationTest {

    private static final UUID SUPERIOR = UUID.randomUUID();
    private static final Instant NOW = Days.startOf(LocalDate.of(2024, 5, 19));

    @Test
    void nobody_approves_or_commends_what_they_proposed() {
        assertThatThrownBy(() -> proposed(null, null).approve("author", false, NOW))
                .isInstanceOf(ProposerCannotApprove.class);
        var reported = reported();
        assertThatThrownBy(() -> reported.commend("author", NOW)).isInstanceOf(ProposerCannotApprove.class);
        assertThatThrownBy(() -> reported.commend("leader", NOW)).isInstanceOf(ProposerCannotApprove.class);
        reported.commend("superior", NOW);
        assertThat(reported.status()).isEqualTo(COMMENDED);
    }

    @Test
    void approval_comes_before_it_is_carried_out() {
        proposed(LocalDate.of(2024, 5, 19), null).approve("leader", false, NOW);
        assertThatThrownBy(() -> proposed(LocalDate.of(2024, 5, 18), null).approve("leader", false, NOW))
                .isInstanceOf(AlreadyCarriedOut.class);
    }

    @Test
    void who_was_commended_the_year_before_is_approved_only_knowingly() {
        var nomination = proposed(null, 2023);
        assertThatThrownBy(() -> nomination.approve("leader", false, NOW))
                .isInstanceOfSatisfying(
                        CommendedBefore.class,
                        problem -> assertThat(problem.arguments()).isEqualTo(Map.of("year", "2023")));
        nomination.approve("leader", true, NOW);
        assertThat(nomination.priorAwardConsidered()).isTrue();
    }

    @Test
    void it_is_followed_up_from_the_first_day_of_the_next_year_on() {
        var nomination = reported();
        nomination.commend("superior", NOW);
        var newYear = Days.startOf(LocalDate.of(2025, 1, 1));
        assertThatThrownBy(() -> nomination.followUp("Vẫn giữ vững", newYear.minusSeconds(1)))
                .isInstanceOf(FollowUpTooEarly.class);
        nomination.followUp("Vẫn giữ vững", newYear);
        assertThat(nomination.status()).isEqualTo(FOLLOWED_UP);
    }

    @Test
    void either_level_rejects_but_nobody_what_is_commended() {
        var nomination = reported();
        nomination.reject("Chưa tiêu biểu", NOW);
        assertThat(nomination.rejectedFrom()).isEqualTo(REPORTED);
        var commended = reported();
        commended.commend("superior", NOW);
        assertThatThrownBy(() -> commended.reject("x", NOW)).isInstanceOf(WrongNominationStatus.class);
    }

    /// Whatever is tried in whatever order, the states come one after the other and each instant with its state.
    @Property(tries = 300)
    void no_state_is_skipped(@ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> commands) {
        var nomination = proposed(null, null);
        var path = new java.util.ArrayList<>(List.of(PROPOSED));
        for (int command : commands) {
            try {
                switch (command) {
                    case 0 -> nomination.approve("leader", false, NOW);
                    case 1 -> nomination.report(SUPERIOR, NOW);
                    case 2 -> nomination.commend("superior", NOW);
                    case 3 -> nomination.followUp("x", Days.startOf(LocalDate.of(2025, 2, 1)));
                    default -> nomination.reject("x", NOW);
                }
                path.add(nomination.status());
            } catch (WrongNominationStatus refused) {
                assertThat(nomination.status()).isEqualTo(path.getLast());
            }
        }
        var straight = List.of(PROPOSED, APPROVED, REPORTED, COMMENDED, FOLLOWED_UP);
        var last = path.getLast();
        var kept = last == REJECTED ? path.subList(0, path.size() - 1) : path;
        assertThat(straight.subList(0, kept.size())).isEqualTo(kept);
        assertThat(last == REJECTED && EnumSet.of(COMMENDED, FOLLOWED_UP).contains(kept.getLast()))
                .isFalse();
        assertThat(nomination.reportedAt() != null).isEqualTo(kept.contains(REPORTED));
    }

    private static Nomination reported() {
        var nomination = proposed(null, null);
        nomination.approve("leader", false, NOW);
        nomination.report(SUPERIOR, NOW);
        return nomination;
    }

    private static Nomination proposed(@Nullable LocalDate plannedFrom, @Nullable Integer priorAward) {
        var unit = new KnownOrganisation(UUID.randomUUID(), "U", "Đảng bộ", "X", null, "t/", TestTree.LONG_AGO, null);
        return new Nomination(
                unit,
                new Nomination.Case(
                        null,
                        2024,
                        NominationForm.INDIVIDUAL,
                        UUID.randomUUID(),
                        null,
                        null,
                        "Gương",
                        List.of(),
                        plannedFrom),
                priorAward,
                "author",
                NOW);
    }
}
