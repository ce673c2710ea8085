package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How long it takes from an answered command in one service to the numbers of another.
@ExtendWith(RunningSystem.Resolver.class)
@Order(3)
class What_is_committed_is_counted_soonTest {
    private static final int SAMPLES = 110;
    private static final Duration BOUND = Duration.ofSeconds(5);

    @Test
    void a_waived_assignment_is_counted_within_seconds(RunningSystem system) {
        var sample = new Sample(system);
        var task = SpareTask.adopted(system, sample, "901", 5);
        task.issue();
        task.awaitOpened();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(task.progress()).containsEntry("total", (long) task.assignments));
        var lags = new ArrayList<Duration>();

        for (int i = 0; i < SAMPLES; i++) {
            task.waive(i).expect(200);
            long committed = System.nanoTime();
            long waived = i + 1L;
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> task.progress().getOrDefault("waived", 0L) == waived);
            lags.add(Duration.ofNanos(System.nanoTime() - committed));
        }

        Timings.tell("from the answer of plans to the progress of reporting", lags);
        assertThat(lags.stream().sorted().toList().get(SAMPLES / 2)).isLessThan(BOUND);
        assertThat(task.progress()).isEqualTo(task.recount());
    }

    @Test
    void registrations_are_counted_within_seconds(RunningSystem system) {
        var sample = new Sample(system);
        var plan = sample.plan("la-gi-2024").path("id").asText();
        var lags = new ArrayList<Duration>();
        long before = submitted(system, sample, plan);

        for (var member : sample.activeMembersOfLaGi().subList(3, 11)) {
            var own = system.as(member.getKey()).all("/registrations?mine=true").getFirst();
            var registration = "/registrations/" + own.path("id").asText();
            system.as(member.getKey())
                    .command(
                            registration,
                            "submission",
                            Map.of("content", Map.of("study", "a", "follow", "b", "exemplaryConduct", "c")))
                    .expect(200);
            long committed = System.nanoTime();
            long expected = ++before;
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> submitted(system, sample, plan) == expected);
            lags.add(Duration.ofNanos(System.nanoTime() - committed));
        }

        Timings.tell("from the answer of registrations to the progress of reporting", lags);
    }

    private static long submitted(RunningSystem system, Sample sample, String plan) {
        return system.as("canbo.lagi")
                .get("/progress?plan=" + plan + "&organisation=" + sample.id("LG"))
                .expect(200)
                .body()
                .path("registrations")
                .path("submitted")
                .asLong();
    }
}
