package vn.tiendo.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class AcknowledgeNotificationTest {

    private static final String RECEIVED = "{\"kind\":\"RECEIVED\"}";

    private String subject;
    private UUID id;

    @BeforeEach
    void before() {
        subject = "recipient-" + UUID.randomUUID();
        id = TestInbox.deliverTo(subject);
    }

    @Test
    void an_answer_is_kept_and_reported_without_its_reason() {
        acknowledge("\"0\"", "{\"kind\":\"CANNOT_DO\",\"reason\":\"đang ốm\"}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("acknowledgement", is("CANNOT_DO"))
                .body("reason", is("đang ốm"))
                .body("acknowledgedAt", notNullValue())
                .body("readAt", notNullValue());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.on("notifications.delivery.v1", id.toString())
                                .size()
                        == 2);
        var record = TestEvents.on("notifications.delivery.v1", id.toString()).getLast();
        assertThat(TestEvents.header(record, "ce_type")).isEqualTo("notifications.delivery.acknowledged.v1");
        assertThat(TestEvents.header(record, "ce_sequence")).isEqualTo("1");
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .contains("\"acknowledgement\":\"CANNOT_DO\"", "\"acknowledgedAt\"")
                .doesNotContain("ốm", subject);
        assertThat(TestWork.rows("select action from audit_record where subject_id = ?1", id))
                .containsExactly("acknowledge-notification");
    }

    @Test
    void _428_without_if_match() {
        acknowledge(null, RECEIVED).then().statusCode(428).body("type", is("/problems/version-required"));
    }

    @Test
    void _412_with_a_stale_version() {
        acknowledge("\"7\"", RECEIVED).then().statusCode(412).body("type", is("/problems/stale-version"));
    }

    @Test
    void _409_the_second_time() {
        acknowledge("\"0\"", RECEIVED).then().statusCode(200);
        acknowledge("\"1\"", RECEIVED).then().statusCode(409).body("type", is("/problems/already-acknowledged"));
    }

    @Test
    void _422_without_a_reason_when_it_cannot_be_done() {
        acknowledge("\"0\"", "{\"kind\":\"CANNOT_DO\"}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/reason-required"));
    }

    @Test
    void _404_for_somebody_elses() {
        request("stranger-" + UUID.randomUUID(), "\"0\"", RECEIVED, null)
                .then()
                .statusCode(404)
                .body("type", is("/problems/notification-not-found"));
    }

    @Test
    void _404_for_an_unknown_id() {
        id = UUID.randomUUID();
        acknowledge("\"0\"", RECEIVED).then().statusCode(404).body("type", is("/problems/notification-not-found"));
    }

    @Test
    void _401_without_a_token() {
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(RECEIVED)
                .post("/api/v1/notifications/" + id + "/acknowledgement")
                .then()
                .statusCode(401)
                .body("type", is("/problems/not-signed-in"));
    }

    @Test
    void _400_for_an_unknown_answer_an_unknown_property_and_a_reason_that_is_too_long() {
        acknowledge("\"0\"", "{\"kind\":\"PERHAPS\"}").then().statusCode(400).body("errors[0].field", is("kind"));
        acknowledge("\"0\"", "{\"kind\":\"RECEIVED\",\"by\":\"me\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("by"));
        acknowledge("\"0\"", "{\"kind\":\"CANNOT_DO\",\"reason\":\"" + "x".repeat(1001) + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("reason"));
    }

    @Test
    void the_same_idempotency_key_gives_the_same_answer_and_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        request(subject, "\"0\"", RECEIVED, key).then().statusCode(200).header("ETag", is("\"1\""));
        request(subject, "\"0\"", RECEIVED, key)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .header("Idempotency-Replayed", is("true"));
        request(subject, "\"0\"", "{\"kind\":\"CANNOT_DO\",\"reason\":\"x\"}", key)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
    }

    private Response acknowledge(@Nullable String ifMatch, String body) {
        return request(subject, ifMatch, body, null);
    }

    private Response request(String as, @Nullable String ifMatch, String body, @Nullable String key) {
        var request = given().auth()
                .oauth2(Tokens.of(as))
                .contentType(ContentType.JSON)
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/api/v1/notifications/" + id + "/acknowledgement");
    }
}
