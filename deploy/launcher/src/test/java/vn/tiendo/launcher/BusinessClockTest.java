package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");

    @TempDir
    private Path folder;

    private BusinessClock clock() {
        return new BusinessClock(folder.resolve("clock"), () -> NOW);
    }

    @Test
    void the_file_holds_the_distance_from_real_time() {
        clock().set(LocalDateTime.parse("2024-03-01T08:00"));

        assertThat(folder.resolve("clock")).hasContent("PT-23912H");
        assertThat(clock().now()).isEqualTo(LocalDateTime.parse("2024-03-01T08:00"));
    }

    @Test
    void without_a_file_time_is_real() {
        assertThat(clock().shift()).isEqualTo(Duration.ZERO);
        assertThat(clock().now()).isEqualTo(LocalDateTime.parse("2026-11-22T16:00:00"));
    }

    @Test
    void real_empties_the_file() {
        clock().set(LocalDateTime.parse("2024-03-01T08:00"));
        clock().reset();

        assertThat(folder.resolve("clock")).isEmptyFile();
        assertThat(clock().shift()).isEqualTo(Duration.ZERO);
    }
}
