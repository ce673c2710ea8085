package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Scene.CONTENT;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.Scene;

/// Counts what the driver really sends, BEGIN and COMMIT included; half of all registrations arrive within two days.
@QuarkusTest
class SubmissionCostTest {

    /// Posts of the caller, BEGIN, the registration, its update, event, audit record, delta, COMMIT.
    private static final int STATEMENTS = 8;

    /// BEGIN travels with the first statement.
    private static final int ROUND_TRIPS = 7;

    /// The key's claim and its answer.
    private static final int OF_A_KEY = 2;

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Counting counting = new Counting();
    private final Scene scene = new Scene();

    /// Counts on the threads of requests only, not those of background tasks.
    private static final class Counting extends Handler {
        private final AtomicInteger statements = new AtomicInteger();
        private final AtomicInteger roundTrips = new AtomicInteger();

        @Override
        public void publish(LogRecord entry) {
            if (!Thread.currentThread().getName().startsWith("executor-thread")) {
                return;
            }
            if (entry.getMessage().contains("FE=> Execute")) {
                statements.incrementAndGet();
            } else if (entry.getMessage().contains("FE=> Sync")) {
                roundTrips.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        counting.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        driver.addHandler(counting);
    }

    @AfterEach
    void stopListening() {
        driver.setLevel(null);
        driver.removeHandler(counting);
        driver.setUseParentHandlers(true);
    }

    @Test
    void a_submission_is_eight_statements_and_writes_one_row_of_each_kind() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var id = registrationOf(member, scene.open(cell));
        submittedOnce(() -> submit(member.token(), id, "\"0\"").then().statusCode(200));
        assertThat(counting.statements.get()).isEqualTo(STATEMENTS);
        assertThat(counting.roundTrips.get()).isEqualTo(ROUND_TRIPS);
        assertThat(count("select count(*) from audit_record where subject_id = ?1", id))
                .isOne();
    }

    @Test
    void an_idempotency_key_costs_two_statements_more() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var id = registrationOf(member, scene.open(cell));
        submittedOnce(() -> as(member.token())
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .body("{\"content\":" + CONTENT + "}")
                .post("/api/v1/registrations/" + id + "/submission")
                .then()
                .statusCode(200));
        assertThat(counting.statements.get()).isEqualTo(STATEMENTS + OF_A_KEY);
    }

    private void submittedOnce(Runnable request) {
        driver.setLevel(Level.ALL);
        request.run();
        driver.setLevel(Level.OFF);
    }
}
