package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 7, 1);
    private static final List<Standing> STANDINGS =
            List.of(standing(FIRST, MemberStatus.ACTIVE), standing(SECOND, MemberStatus.RETIRED));

    @Test
    void the_last_one_that_has_begun_holds() {
        assertThat(statusOn(FIRST)).isEqualTo(MemberStatus.ACTIVE);
        assertThat(statusOn(SECOND.minusDays(1))).isEqualTo(MemberStatus.ACTIVE);
        assertThat(statusOn(SECOND)).isEqualTo(MemberStatus.RETIRED);
        assertThat(statusOn(SECOND.plusYears(9))).isEqualTo(MemberStatus.RETIRED);
    }

    @Test
    void before_the_first_one_the_first_holds() {
        assertThat(statusOn(FIRST.minusYears(1))).isEqualTo(MemberStatus.ACTIVE);
    }

    @Test
    void the_next_begins_after_the_day() {
        assertThat(Standing.nextAfter(FIRST, STANDINGS)).contains(SECOND);
        assertThat(Standing.nextAfter(SECOND, STANDINGS)).isEmpty();
    }

    private static MemberStatus statusOn(LocalDate day) {
        return Standing.on(day, STANDINGS).kind().status();
    }

    private static Standing standing(LocalDate from, MemberStatus status) {
        return new Standing(
                new UUID(0, 1), from, new Standing.Kind(MemberCategory.PARTY_MEMBER, status), null, Instant.EPOCH);
    }
}
