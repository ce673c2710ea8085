package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {

    private static final Instant DATABASE = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void on_real_time_it_is_the_time_of_the_database_to_the_microsecond() {
        assertThat(DatabaseTime.moved(DATABASE, Duration.ofMillis(3))).isEqualTo(DATABASE);
    }

    @Test
    void moved_business_time_is_moved_from_there() {
        assertThat(DatabaseTime.moved(DATABASE, Duration.ofDays(-970))).isEqualTo("2024-04-04T08:00:00Z");
    }
}
