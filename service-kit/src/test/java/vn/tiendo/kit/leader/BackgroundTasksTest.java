package vn.tiendo.kit.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.correlation.Correlation;
import vn.tiendo.kit.test.TestDatabase;

/// Each [BackgroundTasks] here stands for one replica; they share nothing but the database.
@QuarkusTest
class BackgroundTasksTest {

    @Inject
    EntityManager entities;

    @Inject
    Session session;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final List<BackgroundTasks> replicas = new ArrayList<>();
    private final String name = "test-" + UUID.randomUUID();

    @AfterEach
    void stop() {
        replicas.forEach(replica -> replica.stop(null));
    }

    @Test
    void however_many_replicas_run_one_at_most_is_in_a_pass() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var passes = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            replica(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                entities.createNativeQuery("select pg_sleep(0.005)").getSingleResult();
                inside.decrementAndGet();
                passes.incrementAndGet();
                return true;
            });
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> passes.get() > 100);
        assertThat(most).hasValue(1);
    }

    @Test
    void when_the_leader_loses_its_connection_another_replica_takes_over_within_two_seconds() throws Exception {
        var leader = new AtomicReference<Integer>();
        var stuck = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        replica(() -> {
            leader.set((Integer)
                    entities.createNativeQuery("select pg_backend_pid()").getSingleResult());
            stuck.countDown();
            return !awaited(release);
        });
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        var takenOver = new CountDownLatch(1);
        replica(() -> {
            takenOver.countDown();
            return false;
        });
        assertThat(takenOver.await(1, TimeUnit.SECONDS)).isFalse();

        var began = System.nanoTime();
        try (var superuser = TestDatabase.connectAsSuperuser();
                var terminate = superuser.prepareStatement("select pg_terminate_backend(?)")) {
            terminate.setInt(1, leader.get());
            terminate.execute();
        }
        assertThat(takenOver.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        release.countDown();
    }

    @Test
    void what_a_failed_pass_wrote_is_undone_and_it_is_tried_again_whatever_it_threw() {
        var tries = new AtomicInteger();
        var id = UUID.randomUUID();
        replica(() -> {
            entities.createNativeQuery("insert into seen_plan (id, title, times) values (?1, 'pass', 1)")
                    .setParameter(1, id)
                    .executeUpdate();
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("first");
                case 2 -> throw new AssertionError("second");
                default -> {
                    return awaitedForEver();
                }
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> tries.get() == 3);
        assertThat(TestDatabase.count("select count(*) from seen_plan where id = ?", id))
                .isZero();
        forEver.countDown();
        await().until(() -> TestDatabase.count("select count(*) from seen_plan where id = ?", id) == 1);
    }

    @Test
    void a_pass_has_a_correlation_id_of_its_own() {
        var ids = new ArrayList<String>();
        replica(() -> {
            ids.add(Correlation.current());
            return ids.size() < 2;
        });
        await().until(() -> ids.size() >= 2);
        assertThat(ids.getFirst()).isNotNull().isNotEqualTo(ids.get(1));
    }

    @Test
    void a_bell_ends_the_rest_early() {
        var passes = new AtomicInteger();
        var replica = replica(() -> passes.incrementAndGet() == 0, Duration.ofMinutes(10));
        await().until(() -> passes.get() == 1);
        replica.wake(name);
        await().atMost(Duration.ofSeconds(20)).until(() -> passes.get() == 2);
    }

    @Test
    void a_bell_inside_a_transaction_is_heard_when_it_is_committed_and_not_when_it_is_undone() {
        var passes = new AtomicInteger();
        var replica = replica(() -> passes.incrementAndGet() == 0, Duration.ofMinutes(10));
        await().until(() -> passes.get() == 1);
        QuarkusTransaction.begin();
        replica.wake(name);
        replica.wake(name);
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> {
            replica.wake(name);
            entities.createNativeQuery("select pg_sleep(0.3)").getSingleResult();
            assertThat(passes).as("nothing is there yet").hasValue(1);
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> passes.get() == 2);
    }

    private final CountDownLatch forEver = new CountDownLatch(1);

    private boolean awaitedForEver() {
        return !awaited(forEver);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private BackgroundTasks replica(BooleanSupplier work) {
        return replica(work, Duration.ofMillis(50));
    }

    private BackgroundTasks replica(BooleanSupplier work, Duration pause) {
        var replica = new BackgroundTasks();
        replica.session = session;
        replica.transaction = transaction;
        replica.enabled = true;
        replica.pace = 1;
        replica.tasks = List.of(new LeaderTask() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration pause() {
                return pause;
            }

            @Override
            public boolean pass() {
                return work.getAsBoolean();
            }
        });
        replica.start(null);
        replicas.add(replica);
        return replica;
    }
}
