package vn.tiendo.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final LocalDate TENTH = LocalDate.of(2024, 4, 10);

    @Test
    void a_day_begins_at_midnight_in_viet_nam() {
        assertThat(Days.startOf(TENTH)).isEqualTo(Instant.parse("2024-04-09T17:00:00Z"));
        assertThat(Days.endOf(TENTH)).isEqualTo(Instant.parse("2024-04-10T17:00:00Z"));
    }

    @Test
    void the_last_moment_before_midnight_is_still_the_old_day() {
        assertThat(Days.dayOf(Instant.parse("2024-04-09T16:59:59.999999999Z"))).isEqualTo(TENTH.minusDays(1));
        assertThat(Days.dayOf(Instant.parse("2024-04-09T17:00:00Z"))).isEqualTo(TENTH);
    }

    @Test
    void leap_day_and_new_year() {
        assertThat(Days.endOf(LocalDate.of(2024, 2, 28))).isEqualTo(Days.startOf(LocalDate.of(2024, 2, 29)));
        assertThat(Days.dayOf(Instant.parse("2024-12-31T17:00:00Z"))).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void the_zone_of_the_machine_does_not_matter() {
        var zone = TimeZone.getDefault();
        try {
            for (var other : new String[] {"UTC", "America/Los_Angeles", "Pacific/Auckland"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                assertThat(Days.dayOf(Instant.parse("2024-04-09T17:00:00Z"))).isEqualTo(TENTH);
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
