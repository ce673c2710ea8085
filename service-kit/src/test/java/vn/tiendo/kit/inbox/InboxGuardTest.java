package vn.tiendo.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;

@QuarkusTest
class InboxGuardTest {

    private static final String TOPIC = "plans.plan.v1";
    private static final int PERMUTATIONS = 300;

    @Inject
    EventHandlers handlers;

    @Inject
    InboxGuard guard;

    @Inject
    ObjectMapper json;

    /// Three aggregates, four states each of which the last is of a later epoch, every event five times, in any order
    /// and cut into any batches.
    @Test
    void whatever_the_order_and_however_often_the_newest_state_stays_and_none_takes_effect_twice() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            var plans = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            var events = new ArrayList<ReceivedEvent>();
            for (var plan : plans) {
                var states = List.of(
                        event(plan, 1, 1, "one"),
                        event(plan, 1, 2, "two"),
                        event(plan, 1, 9, "three"),
                        event(plan, 2, 1, "four"));
                IntStream.range(0, 5).forEach(i -> events.addAll(states));
            }
            Collections.shuffle(events, random);
            while (!events.isEmpty()) {
                var batch = events.subList(0, 1 + random.nextInt(Math.min(12, events.size())));
                apply(List.copyOf(batch));
                batch.clear();
            }
            for (var plan : plans) {
                var states = Arrays.asList(statesOf(plan).split(" "));
                assertThat(states).as("seed %d", seed).last().isEqualTo("four");
                assertThat(states).as("seed %d", seed).doesNotHaveDuplicates();
                assertThat(List.of("one", "two", "three", "four"))
                        .as("seed %d", seed)
                        .containsSubsequence(states);
            }
        }
    }

    @Test
    void a_duplicate_and_an_older_state_have_no_effect() {
        var plan = UUID.randomUUID();
        apply(List.of(event(plan, 1, 5, "five")));
        apply(List.of(event(plan, 1, 5, "five-again")));
        apply(List.of(event(plan, 1, 4, "four")));
        assertThat(statesOf(plan)).isEqualTo("five");
    }

    @Test
    void of_several_states_that_arrive_together_only_the_newest_counts() {
        var plan = UUID.randomUUID();
        apply(List.of(event(plan, 1, 2, "two"), event(plan, 1, 3, "three"), event(plan, 1, 1, "one")));
        assertThat(statesOf(plan)).isEqualTo("three");
    }

    @Test
    void whoever_wants_every_event_gets_those_that_a_newer_one_overtook_and_none_that_was_held_before() {
        var plan = UUID.randomUUID();
        apply(List.of(event(plan, 1, 1, "one")));
        var events = List.of(event(plan, 1, 1, "one-again"), event(plan, 1, 2, "two"), event(plan, 1, 3, "three"));
        var admitted = QuarkusTransaction.requiringNew().call(() -> guard.admit(events));
        assertThat(admitted.all()).extracting(ReceivedEvent::sequence).containsExactly(2L, 3L);
        assertThat(admitted.states()).extracting(ReceivedEvent::sequence).containsExactly(3L);
    }

    @Test
    void a_later_epoch_outranks_every_sequence() {
        var plan = UUID.randomUUID();
        apply(List.of(event(plan, 1, 1_000_000, "old")));
        apply(List.of(event(plan, 2, 0, "restored")));
        apply(List.of(event(plan, 1, 2_000_000, "from-before")));
        assertThat(statesOf(plan)).isEqualTo("old restored");
    }

    @Test
    void the_guard_is_undone_with_the_effect() {
        var plan = UUID.randomUUID();
        QuarkusTransaction.begin();
        handlers.apply(TOPIC, List.of(event(plan, 1, 1, "one")));
        QuarkusTransaction.rollback();
        apply(List.of(event(plan, 1, 1, "one")));
        assertThat(statesOf(plan)).isEqualTo("one");
    }

    private void apply(List<ReceivedEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> handlers.apply(TOPIC, events));
    }

    private ReceivedEvent event(UUID plan, int epoch, long sequence, String title) {
        return new ReceivedEvent(
                TOPIC,
                plan.toString(),
                UUID.randomUUID(),
                "plans.plan.issued.v1",
                sequence,
                epoch,
                Instant.EPOCH,
                false,
                json.createObjectNode().put("id", plan.toString()).put("title", title),
                json.reader());
    }

    private static String statesOf(UUID plan) {
        return TestDatabase.ask("select states from seen_plan where id = ?", plan)
                .getFirst();
    }
}
