package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.Outcome;

/// One morning with many reminders, several schedulers, and connections that die.
@QuarkusTest
class ManyRemindersTest {

    private static final Logger LOG = Logger.getLogger(ManyRemindersTest.class);
    /// `-Dreminders.many=50000` measures a larger morning.
    private static final int MANY = Integer.getInteger("reminders.many", 2_000);
    private static final LocalDate DUE = LocalDate.of(2025, 5, 4);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    ReminderPlanner planner;

    @Inject
    ReminderFiring firing;

    @Inject
    ReminderScheduler schedulers;

    @Inject
    EntityManager entities;

    private KnownOrganisation cell;
    private UUID plan;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2025, 4, 1, 9, 0));
        cell = TestTree.aChildOf(TestTree.aRoot());
        TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        plan = Uuid7.next();
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void two_schedulers_and_two_eager_workers_tell_everybody_once() throws Exception {
        var planned = System.nanoTime();
        give(MANY);
        LOG.infof("%d duties were planned after %d ms", MANY, millisSince(planned));
        var other = schedulers.scheduler("another-replica");
        other.start();
        var done = new AtomicBoolean();
        try (var workers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> collisions = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                collisions.add(workers.submit((Callable<Integer>) () -> {
                    var delivered = 0;
                    while (!done.get()) {
                        delivered += firing.fireBatch().delivered();
                    }
                    return delivered;
                }));
            }
            var started = System.nanoTime();
            TestClock.setTo(LocalDateTime.of(DUE.minusDays(7), LocalTime.of(8, 0, 1)));
            await().atMost(PATIENCE).until(() -> delivered() >= MANY);
            LOG.infof("%d reminders were in inboxes after %d ms", MANY, millisSince(started));
            done.set(true);
            for (var collision : collisions) {
                collision.get();
            }
        } finally {
            other.stop();
        }
        assertThat(delivered()).isEqualTo(MANY);
        assertThat(TestWork.rows("""
                select r.rung || ' ' || r.status || ' ' || count(*) from reminder r join duty d on d.id = r.duty_id
                 where d.plan_id = ?1 and r.rung in (-14, -7) group by r.rung, r.status order by r.rung""", plan)).containsExactly("-14 SUPERSEDED " + MANY, "-7 FIRED " + MANY);
        assertThat(TestWork.rows("""
                select max(count)::text from (select count(*) from notification where plan_id = ?1
                 group by reminder_id, recipient_subject) c""", plan)).containsExactly("1");
    }

    @Test
    void an_undone_batch_leaves_everything_due() {
        give(10);
        QuarkusTransaction.begin();
        TestClock.setTo(LocalDateTime.of(DUE.minusDays(7), LocalTime.of(8, 0, 1)));
        var fired = firing.fireBatch();
        QuarkusTransaction.rollback();
        assertThat(fired.claimed()).isNotNegative();
        await().atMost(PATIENCE).until(() -> delivered() == 10);
        assertThat(statuses()).containsExactly("-7 FIRED");
    }

    @Test
    void a_connection_killed_between_claim_and_commit_leaves_everything_due_and_tells_nobody_twice() {
        give(10);
        QuarkusTransaction.begin();
        var own = (Integer) entities.createNativeQuery("select pg_backend_pid()", Integer.class)
                .getSingleResult();
        TestClock.setTo(LocalDateTime.of(DUE.minusDays(7), LocalTime.of(8, 0, 1)));
        firing.fireBatch();
        entities.flush();
        Thread.ofPlatform().start(() -> TestWork.rows("select pg_terminate_backend(?1)::text", own));
        assertThatThrownBy(() -> {
                    await().pollDelay(Duration.ofMillis(100))
                            .atMost(PATIENCE)
                            .until(() -> TestWork.rows("select pid::text from pg_stat_activity where pid = ?1", own)
                                    .isEmpty());
                    QuarkusTransaction.commit();
                })
                .isInstanceOf(RuntimeException.class);
        await().atMost(PATIENCE).until(() -> delivered() == 10);
        assertThat(statuses()).containsExactly("-7 FIRED");
    }

    @Test
    void a_connection_killed_in_the_middle_of_planning_leaves_nothing_half_planned() {
        var duties = duties(500);
        QuarkusTransaction.begin();
        var own = (Integer) entities.createNativeQuery("select pg_backend_pid()", Integer.class)
                .getSingleResult();
        planner.plan(duties);
        Thread.ofPlatform().start(() -> TestWork.rows("select pg_terminate_backend(?1)::text", own));
        assertThatThrownBy(() -> {
                    await().pollDelay(Duration.ofMillis(100))
                            .atMost(PATIENCE)
                            .until(() -> TestWork.rows("select pid::text from pg_stat_activity where pid = ?1", own)
                                    .isEmpty());
                    QuarkusTransaction.commit();
                })
                .isInstanceOf(RuntimeException.class);
        assertThat(TestWork.rows("select id::text from duty where plan_id = ?1", plan))
                .isEmpty();
        QuarkusTransaction.requiringNew().run(() -> planner.plan(duties));
        QuarkusTransaction.requiringNew().run(() -> planner.plan(duties));
        assertThat(TestWork.rows(
                        "select count(*)::text from reminder r join duty d on d.id = r.duty_id where d.plan_id = ?1",
                        plan))
                .containsExactly("4000");
    }

    @Test
    void a_replica_that_died_while_firing_is_replaced() {
        give(3);
        await().atMost(PATIENCE).until(() -> TestWork.execute("""
                        update scheduled_tasks set picked = true, picked_by = 'a-dead-replica', version = version + 1,
                               last_heartbeat = now() - interval '1 hour'
                         where task_name = 'fire-reminders' and not picked""") == 1);
        TestClock.setTo(LocalDateTime.of(DUE.minusDays(7), LocalTime.of(8, 0, 1)));
        await().atMost(PATIENCE).until(() -> delivered() == 3);
    }

    @Test
    void firing_goes_on_when_the_database_was_away() throws Exception {
        give(3);
        try (var superuser = TestDatabase.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("alter role service connection limit 0");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'service'");
            TestClock.setTo(LocalDateTime.of(DUE.minusDays(7), LocalTime.of(8, 0, 1)));
            await().during(Duration.ofSeconds(4))
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThatThrownBy(TestDatabase::connect).isInstanceOf(SQLException.class));
            statement.execute("alter role service connection limit -1");
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> delivered() == 3);
        assertThat(statuses()).containsExactly("-7 FIRED");
    }

    private void give(int many) {
        var duties = duties(many);
        QuarkusTransaction.requiringNew().run(() -> planner.plan(duties));
    }

    private List<Duty> duties(int many) {
        var duties = new ArrayList<Duty>();
        for (int i = 0; i < many; i++) {
            duties.add(new Duty(
                    Uuid7.next(),
                    DutyKind.ASSIGNMENT,
                    plan,
                    Uuid7.next(),
                    null,
                    null,
                    cell.id(),
                    "THEMATIC_MEETING",
                    "Sinh hoạt chuyên đề",
                    "2025-Q2",
                    DUE,
                    Days.endOf(DUE),
                    Outcome.WAITING));
        }
        return duties;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private long delivered() {
        return Long.parseLong(TestWork.rows("select count(*)::text from notification where plan_id = ?1", plan)
                .getFirst());
    }

    private List<String> statuses() {
        return TestWork.rows("""
                select distinct r.rung || ' ' || r.status from reminder r join duty d on d.id = r.duty_id
                 where d.plan_id = ?1 and r.rung = -7""", plan);
    }
}
