package vn.tiendo.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;

/// What a person wrote must not reach the log by way of a statement that the database refused.
@QuarkusTest
class SilentFaultsTest {

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            var text = new StringWriter();
            text.append(ExtLogRecord.wrap(entry).getFormattedMessage());
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            logged.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final String canary = UUID.randomUUID().toString();
    private KnownOrganisation organisation;
    private String officer;

    @BeforeEach
    void listen() {
        organisation = TestTree.aRoot();
        officer = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, organisation));
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void a_broken_rule_is_logged_without_the_values_of_the_row() {
        post("/api/v1/things", body()).then().statusCode(201);
        post("/api/v1/things", body()).then().statusCode(409);
        assertThat(logged)
                .anyMatch(line -> line.contains("one_thing_per_label"))
                .noneMatch(line -> line.contains(canary));
    }

    @Test
    void a_defect_is_logged_without_the_values_of_the_row() {
        String thing = post("/api/v1/things", body()).path("id");
        post("/api/v1/failures/defect/" + thing, "").then().statusCode(500);
        assertThat(logged)
                .anyMatch(line -> line.contains("violates not-null constraint"))
                .noneMatch(line -> line.contains(canary) || line.contains(thing + ","));
    }

    private Response post(String path, String body) {
        return given().auth()
                .oauth2(officer)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private String body() {
        return "{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"" + canary + "\"}";
    }
}
