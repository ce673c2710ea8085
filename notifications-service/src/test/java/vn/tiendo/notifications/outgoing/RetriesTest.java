package vn.tiendo.notifications.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofHours(1));

    @Test
    void each_pause_follows_on_its_attempt_and_after_the_last_there_is_none() {
        assertThat(Retries.pauseAfter(PAUSES, 1))
                .hasValueSatisfying(
                        pause -> assertThat(pause).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66)));
        assertThat(Retries.pauseAfter(PAUSES, 2))
                .hasValueSatisfying(
                        pause -> assertThat(pause).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66)));
        assertThat(Retries.pauseAfter(PAUSES, 3)).isEmpty();
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        var pauses = IntStream.range(0, 1_000)
                .mapToObj(any -> Retries.jittered(Duration.ofMinutes(10)))
                .toList();
        assertThat(pauses)
                .allMatch(pause ->
                        pause.compareTo(Duration.ofMinutes(9)) >= 0 && pause.compareTo(Duration.ofMinutes(11)) <= 0);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(900);
    }
}
