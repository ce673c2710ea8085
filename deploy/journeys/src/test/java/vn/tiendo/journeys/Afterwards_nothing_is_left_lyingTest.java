package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// After all journeys: every event was sent, and none was put aside.
@ExtendWith(RunningSystem.Resolver.class)
@Order(6)
class Afterwards_nothing_is_left_lyingTest {

    @Test
    void all_outboxes_are_empty_and_there_are_no_dead_letters(RunningSystem system) {
        for (var service : List.of("plans", "registrations", "reporting", "notifications")) {
            await(service).atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(system.metric(service, "tiendo_outbox_pending")).isZero();
                assertThat(system.metric(service, "tiendo_dead_letters_waiting"))
                        .isZero();
            });
        }
        system.status().forEach(Timings::tell);
    }
}
