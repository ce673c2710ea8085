package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Scene.CONTENT;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Counts what the driver really sends, BEGIN and COMMIT included; half of all registrations arrive within two days.
@QuarkusTest
class SubmissionCostTest {

    /// BEGIN, the registration, its update, event, audit record, delta, COMMIT; one's own things need no posts.
    private static final int STATEMENTS = 7;

    /// The key's claim and its answer.
    private static final int OF_A_KEY = 2;

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Sent sent = new Sent();
    private final Scene scene = new Scene();

    /// What each thread has sent.
    private static final class Sent extends Handler {
        private final Map<String, List<String>> messages = new ConcurrentHashMap<>();

        @Override
        public void publish(LogRecord entry) {
            messages.computeIfAbsent(Thread.currentThread().getName(), name -> new CopyOnWriteArrayList<>())
                    .add(entry.getMessage());
        }

        /// Of the thread that handled the thing, so that background work does not count.
        long statementsAbout(UUID id) {
            return messages.values().stream()
                    .filter(ofThread -> ofThread.stream().anyMatch(message -> message.contains(id.toString())))
                    .flatMap(List::stream)
                    .filter(message -> message.contains("FE=> Execute") || message.contains("FE=> SimpleQuery"))
                    .count();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        sent.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        driver.addHandler(sent);
    }

    @AfterEach
    void stopListening() {
        driver.setLevel(null);
        driver.removeHandler(sent);
        driver.setUseParentHandlers(true);
    }

    @Test
    void a_submission_is_seven_statements_and_leaves_one_audit_record() {
        assertThat(fewestOf((member, id) -> submit(member.token(), id, "\"0\"")))
                .isEqualTo(STATEMENTS);
    }

    @Test
    void an_idempotency_key_costs_two_statements_more() {
        assertThat(fewestOf((member, id) -> as(member.token())
                        .header("If-Match", "\"0\"")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .body("{\"content\":" + CONTENT + "}")
                        .post("/api/v1/registrations/" + id + "/submission")))
                .isEqualTo(STATEMENTS + OF_A_KEY);
    }

    private interface Submission {
        Response by(Person member, UUID registration);
    }

    /// Of several, because a connection that is new sends words of its own.
    private long fewestOf(Submission submission) {
        var cell = scene.aCell();
        var members = Stream.generate(() -> scene.aMember(cell)).limit(4).toList();
        var campaign = scene.open(cell);
        var counts = new ArrayList<Long>();
        for (var member : members) {
            var id = registrationOf(member, campaign);
            sent.messages.clear();
            driver.setLevel(Level.ALL);
            submission.by(member, id).then().statusCode(200);
            driver.setLevel(Level.OFF);
            counts.add(sent.statementsAbout(id));
            assertThat(count("select count(*) from audit_record where subject_id = ?1", id))
                    .isOne();
        }
        return Collections.min(counts);
    }
}
