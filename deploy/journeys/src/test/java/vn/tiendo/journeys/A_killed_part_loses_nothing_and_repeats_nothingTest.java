package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// kill -9 and a broker that stands still, in the middle of work.
@ExtendWith(RunningSystem.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(4)
class A_killed_part_loses_nothing_and_repeats_nothingTest {
    private static final Duration AWAY = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RunningSystem system;
    private Sample sample;

    @BeforeAll
    void find(RunningSystem running) {
        system = running;
        sample = new Sample(system);
    }

    @Test
    void plans_killed_between_commit_and_publish_still_publishes_and_it_counts_once() {
        var task = SpareTask.adopted(system, sample, "902", 2);
        system.freezeKafka();
        try {
            task.issue();
            task.awaitOpened(); // committed, and nothing can be published
            task.waive(0).expect(200);
            assertThat(task.progress()).isEmpty();
            system.kill("plans");
        } finally {
            system.thawKafka();
        }
        long thawed = System.nanoTime();
        system.awaitReady("plans");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(task.progress()).isEqualTo(Map.of("total", 48L, "awaited", 47L, "waived", 1L)));
        Timings.tell("plans killed with unpublished events: all counted after %.1f s"
                .formatted((System.nanoTime() - thawed) / 1e9));
        // One more round through everything: had anything come twice, it would be counted by now.
        task.waive(1).expect(200);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(task.progress()).isEqualTo(Map.of("total", 48L, "awaited", 46L, "waived", 2L)));
    }

    @Test
    void reporting_killed_under_events_counts_what_there_is() {
        var task = SpareTask.adopted(system, sample, "903", 25);
        task.issue();
        system.kill("reporting");
        task.awaitOpened();
        for (int i = 0; i < 20; i++) task.waive(i).expect(200);
        system.awaitReady("reporting");
        for (int i = 20; i < 40; i++) task.waive(i).expect(200);
        system.kill("reporting");
        long killed = System.nanoTime();

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(task.progress()).isEqualTo(Map.of("total", 600L, "awaited", 560L, "waived", 40L)));

        assertThat(task.recount()).isEqualTo(task.progress());
        Timings.tell("reporting killed under events: recount equal after %.1f s"
                .formatted((System.nanoTime() - killed) / 1e9));
    }

    @Test
    void while_the_broker_stands_still_writes_go_on_and_arrive_later() {
        var task = SpareTask.adopted(system, sample, "904", 1);
        task.issue();
        task.awaitOpened();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(task.progress()).containsEntry("total", 24L));
        var answers = new ArrayList<Duration>();

        system.freezeKafka();
        try {
            for (int i = 0; i < 12; i++) answers.add(timedWaiver(task, i));
            await().pollInterval(Duration.ofSeconds(1))
                    .during(AWAY)
                    .atMost(AWAY.multipliedBy(2))
                    .untilAsserted(() -> assertThat(task.progress()).containsEntry("awaited", 24L));
            for (int i = 12; i < 20; i++) answers.add(timedWaiver(task, i));
            var member = system.as(sample.activeMembersOfLaGi().getLast().getKey());
            var registration = member.all("/registrations?mine=true").getFirst();
            member.put(
                            "/registrations/" + registration.path("id").asText() + "/content",
                            Map.of("study", "Học tập Chuyên đề"),
                            "If-Match",
                            "\"" + registration.path("version").asText() + "\"")
                    .expect(200);
        } finally {
            system.thawKafka();
        }

        Timings.tell("writes while the broker stands still", answers);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(task.progress()).isEqualTo(Map.of("total", 24L, "awaited", 4L, "waived", 20L)));
        assertThat(answers).allMatch(answer -> answer.compareTo(Duration.ofSeconds(5)) < 0);
    }

    private static Duration timedWaiver(SpareTask task, int which) {
        long asked = System.nanoTime();
        task.waive(which).expect(200);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    @Test
    void database_and_broker_killed_under_writes_come_back_with_everything_that_was_answered() {
        var task = SpareTask.adopted(system, sample, "905", 2);
        task.issue();
        task.awaitOpened();
        for (int i = 0; i < 10; i++) task.waive(i).expect(200);

        system.killDatabaseAndBroker();
        long killed = System.nanoTime();

        await("writes to go on")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> List.of(200, 409).contains(task.waive(10).status())); // 409: done, but not answered
        Timings.tell(
                "database and broker killed: writes again after %.1f s".formatted((System.nanoTime() - killed) / 1e9));
        var expected = Map.of("total", 48L, "awaited", 37L, "waived", 11L);
        await().atMost(PATIENCE) // a connection that died is found out by who uses it
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(task.recount()).isEqualTo(expected));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(task.progress()).isEqualTo(expected));
        Timings.tell("database and broker killed: counted after %.1f s".formatted((System.nanoTime() - killed) / 1e9));
    }
}
