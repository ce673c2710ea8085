package vn.tiendo.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.util.ExceptionUtils;
import vn.tiendo.kit.sample.Thing;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;

@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    private HeldTask relay;

    @BeforeEach
    void holdTheRelay() {
        relay = HeldTask.named("outbox-relay");
    }

    @AfterEach
    void letItGo() {
        relay.close();
    }

    @Test
    void an_event_is_stored_with_its_change() {
        var thing = aThing();
        assertThat(sequences(thing.id())).containsExactly("0");
        assertThat(TestDatabase.ask(
                        "select type from outbox where aggregateid = ?",
                        thing.id().toString()))
                .containsExactly("plans.activity.held.v1");
    }

    @Test
    void a_rollback_leaves_neither() {
        var thing = new Thing(UUID.randomUUID(), "t/", label());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.persist(thing);
                    outbox.add(Thing.STREAM, thing, "held");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sequences(thing.id())).isEmpty();
        assertThat(TestDatabase.count("select count(*) from thing where id = ?", thing.id()))
                .isZero();
    }

    @Test
    void there_is_no_event_without_a_transaction() {
        var thing = new Thing(UUID.randomUUID(), "t/", label());
        assertThatThrownBy(() -> outbox.add(Thing.STREAM, thing, "held")).isInstanceOf(TransactionalException.class);
    }

    @Test
    void an_unchanged_aggregate_is_raised_by_force_and_the_state_shows_the_new_version() {
        var thing = aThing();
        change(thing.id(), false);
        change(thing.id(), false);
        assertThat(sequences(thing.id())).containsExactly("0", "1", "2");
        assertThat(version(thing.id())).isEqualTo("2");
        assertThat(TestDatabase.ask(
                        "select convert_from(payload, 'UTF8')::json->>'version' from outbox where aggregateid = ? order by position",
                        thing.id().toString()))
                .containsExactly("0", "1", "2");
    }

    @Test
    void a_changed_aggregate_is_raised_once() {
        var thing = aThing();
        change(thing.id(), true);
        assertThat(sequences(thing.id())).containsExactly("0", "1");
        assertThat(version(thing.id())).isEqualTo("1");
    }

    @Test
    void two_events_of_one_transaction_have_two_sequences() {
        var thing = aThing();
        QuarkusTransaction.requiringNew().run(() -> {
            var managed = entities.find(Thing.class, thing.id());
            outbox.add(Thing.STREAM, managed, "first");
            outbox.add(Thing.STREAM, managed, "second");
            managed.rename(label());
            outbox.add(Thing.STREAM, managed, "third");
        });
        assertThat(sequences(thing.id())).containsExactly("0", "1", "2", "3");
        assertThat(version(thing.id())).isEqualTo("3");
    }

    @Test
    void an_aggregate_behind_a_proxy_is_raised_too() {
        var thing = aThing();
        QuarkusTransaction.requiringNew().run(() -> {
            var proxy = entities.getReference(Thing.class, thing.id());
            outbox.add(Thing.STREAM, proxy, "corrected");
        });
        assertThat(sequences(thing.id())).containsExactly("0", "1");
    }

    @Test
    void an_aggregate_that_nobody_stores_is_refused() {
        var thing = new Thing(UUID.randomUUID(), "t/", label());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(Thing.STREAM, thing, "held")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sequences(thing.id())).isEmpty();
    }

    @Test
    void a_detached_aggregate_is_refused() {
        var thing = aThing();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(Thing.STREAM, thing, "held")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_that_no_broker_takes_is_refused_with_its_change() {
        var stream = new EventStream<Thing>("plans.activity.v1", thing -> "x".repeat(1_000_000));
        var thing = new Thing(UUID.randomUUID(), "t/", label());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.persist(thing);
                    outbox.add(stream, thing, "held");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too large");
        assertThat(TestDatabase.count("select count(*) from thing where id = ?", thing.id()))
                .isZero();
    }

    @Test
    void many_at_once_new_changed_and_unchanged() {
        var changed = aThing();
        var unchanged = aThing();
        var fresh = new Thing(UUID.randomUUID(), "t/", label());
        QuarkusTransaction.requiringNew().run(() -> {
            var first = entities.find(Thing.class, changed.id());
            first.rename(label());
            entities.persist(fresh);
            outbox.addAll(Thing.STREAM, List.of(first, fresh, entities.find(Thing.class, unchanged.id())), "corrected");
        });
        assertThat(sequences(changed.id())).containsExactly("0", "1");
        assertThat(sequences(unchanged.id())).containsExactly("0", "1");
        assertThat(sequences(fresh.id())).containsExactly("0");
    }

    @Test
    void nothing_to_add_is_nothing() {
        QuarkusTransaction.requiringNew().run(() -> outbox.addAll(Thing.STREAM, List.of(), "held"));
    }

    @Test
    void two_transactions_on_one_aggregate_queue_up_and_the_sequence_follows_the_commits() throws Exception {
        var thing = aThing();
        var firstHasAdded = new CountDownLatch(1);
        var firstMayCommit = new CountDownLatch(1);
        var first = async(() -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(Thing.STREAM, entities.find(Thing.class, thing.id()), "first");
            firstHasAdded.countDown();
            await(firstMayCommit);
        }));
        firstHasAdded.await();
        var second = async(() -> tryUntilDone(thing.id(), "second"));
        try {
            Awaitility.await()
                    .until(() -> TestDatabase.count(
                                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                            > 0);
        } finally {
            firstMayCommit.countDown();
        }
        first.get();
        second.get();
        assertThat(TestDatabase.ask(
                        "select type || ' ' || sequence from outbox where aggregateid = ? order by position",
                        thing.id().toString()))
                .containsExactly("plans.activity.held.v1 0", "plans.activity.first.v1 1", "plans.activity.second.v1 2");
    }

    @Test
    void eight_writers_leave_one_unbroken_row_of_sequences() {
        var thing = aThing();
        CompletableFuture.allOf(Stream.generate(() -> async(() -> tryUntilDone(thing.id(), "corrected")))
                        .limit(8)
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(sequences(thing.id())).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void an_erased_aggregate_leaves_a_tombstone_newer_than_all_its_states() {
        var thing = aThing();
        QuarkusTransaction.requiringNew().run(() -> {
            var managed = entities.find(Thing.class, thing.id());
            outbox.erase(Thing.STREAM, managed);
            entities.remove(managed);
        });
        assertThat(TestDatabase.ask(
                        "select sequence || ' ' || length(payload) from outbox where aggregateid = ? order by position",
                        thing.id().toString()))
                .hasSize(2)
                .last()
                .isEqualTo("1 0");
        assertThat(TestDatabase.count("select count(*) from thing where id = ?", thing.id()))
                .isZero();
    }

    /// A loser of the race is refused by its version, reads again and goes on, as a client would.
    private void tryUntilDone(UUID id, String what) {
        while (true) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> outbox.add(Thing.STREAM, entities.find(Thing.class, id), what));
                return;
            } catch (RuntimeException stale) {
                assertThat(ExceptionUtils.readStackTrace(stale)).containsAnyOf("OptimisticLock", "StaleState");
            }
        }
    }

    private Thing aThing() {
        var thing = new Thing(UUID.randomUUID(), "t/", label());
        QuarkusTransaction.requiringNew().run(() -> {
            entities.persist(thing);
            outbox.add(Thing.STREAM, thing, "held");
        });
        return thing;
    }

    private void change(UUID id, boolean rename) {
        QuarkusTransaction.requiringNew().run(() -> {
            var thing = entities.find(Thing.class, id);
            if (rename) {
                thing.rename(label());
            }
            outbox.add(Thing.STREAM, thing, "corrected");
        });
    }

    private static List<String> sequences(UUID id) {
        return TestDatabase.ask("select sequence from outbox where aggregateid = ? order by position", id.toString());
    }

    private static String version(UUID id) {
        return TestDatabase.ask("select version from thing where id = ?", id).getFirst();
    }

    private static String label() {
        return UUID.randomUUID().toString();
    }

    /// On a thread of its own: the common pool of a small machine has one.
    private static CompletableFuture<Void> async(Runnable work) {
        return CompletableFuture.runAsync(
                work, task -> Thread.ofPlatform().daemon().start(task));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
