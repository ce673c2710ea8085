package vn.tiendo.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {

    @TempDir
    Path folder;

    @Test
    void without_a_file_it_is_real_time() {
        assertShift(clock(), Duration.ZERO);
        assertShift(new BusinessClock(Optional.empty(), Duration.ZERO, List.of("prod")), Duration.ZERO);
    }

    @Test
    void it_is_as_fine_as_the_database_keeps_it() {
        assertThat(clock().now().getNano() % 1_000).isZero();
    }

    @Test
    void it_follows_the_file_also_when_the_time_of_change_stays_the_same() throws IOException {
        var clock = clock();
        write("PT-23400H");
        assertShift(clock, Duration.ofHours(-23_400));
        write("P-970DT3H");
        assertShift(clock, Duration.parse("P-970DT3H"));
        write("");
        assertShift(clock, Duration.ZERO);
    }

    @Test
    void what_is_no_duration_of_at_most_a_century_keeps_the_shift() throws IOException {
        var clock = clock();
        write("PT5H");
        assertShift(clock, Duration.ofHours(5));
        for (var garbage : List.of("yesterday", "PT", "P99999999D", "PT99999999999999999H", "\u0000")) {
            write(garbage);
            assertShift(clock, Duration.ofHours(5));
        }
        write("PT6H");
        assertShift(clock, Duration.ofHours(6));
    }

    @Test
    void a_shift_is_held_between_two_looks() throws IOException {
        var clock = new BusinessClock(Optional.of(file()), Duration.ofMinutes(10), List.of("test"));
        write("PT1H");
        assertShift(clock, Duration.ofHours(1));
        write("PT2H");
        assertShift(clock, Duration.ofHours(1));
    }

    @Test
    void production_refuses_it() {
        var file = Optional.of(file());
        assertThatThrownBy(() -> new BusinessClock(file, Duration.ZERO, List.of("prod")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("production");
    }

    @Test
    void time_goes_on_and_the_zone_is_that_of_the_deadlines() {
        var clock = clock().clock();
        assertThat(clock.getZone()).isEqualTo(Days.ZONE);
        var before = clock.instant();
        assertThat(clock.withZone(Days.ZONE).instant()).isAfterOrEqualTo(before);
    }

    private BusinessClock clock() {
        return new BusinessClock(Optional.of(file()), Duration.ZERO, List.of("test"));
    }

    private Path file() {
        return folder.resolve("clock");
    }

    private void write(String line) throws IOException {
        Files.writeString(file(), line);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static void assertShift(BusinessClock clock, Duration shift) {
        assertThat(clock.now()).isCloseTo(Instant.now().plus(shift), within(5, ChronoUnit.SECONDS));
    }
}
