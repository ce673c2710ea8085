package vn.tiendo.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.Tokens;

/// An inbox that can be kept tidy: seen, read, put aside, filed away.
@QuarkusTest
class FileAwayTest {

    private static final String PATH = "/api/v1/notifications";

    private String subject;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        subject = "tidy-" + UUID.randomUUID();
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void looking_into_the_inbox_makes_everything_seen_and_nothing_read() {
        var first = TestInbox.deliverTo(subject);
        var second = TestInbox.deliverTo(subject);
        inbox("").then().body("unseen", is(2)).body("unread", is(2));
        post("/sightings", null, Map.of("upTo", first)).then().statusCode(200).body("changed", is(1));
        inbox("").then().body("unseen", is(1)).body("unread", is(2));
        post("/sightings", null, Map.of("upTo", second)).then().body("changed", is(1));
        TestInbox.deliverTo(subject);
        inbox("").then().body("unseen", is(1)).body("unread", is(3));
        post("/sightings", null, Map.of("upTo", TestInbox.deliverTo("somebody-else")))
                .then()
                .statusCode(404)
                .body("type", is("/problems/notification-not-found"));
    }

    @Test
    void many_are_read_at_once_and_others_ones_stay_as_they_are() {
        var mine = TestInbox.deliverTo(subject);
        var also = TestInbox.deliverTo(subject);
        var foreign = TestInbox.deliverTo("somebody-else-" + subject);
        post("/readings", null, Map.of("ids", List.of(mine, also, foreign)))
                .then()
                .statusCode(200)
                .body("changed", is(2));
        inbox("").then().body("unread", is(0)).body("unseen", is(0));
        given().auth()
                .oauth2(Tokens.of("somebody-else-" + subject))
                .get(PATH + "/" + foreign)
                .then()
                .body("readAt", nullValue());
        post("/readings", null, Map.of("ids", List.of(mine))).then().body("changed", is(0));
        post("/readings", null, Map.of("ids", List.of())).then().statusCode(400);
        get(mine).then().header("ETag", is("\"1\""));
    }

    @Test
    void what_is_filed_away_leaves_the_inbox_and_comes_back() {
        var id = TestInbox.deliverTo(subject);
        post("/" + id + "/archiving", null, null).then().statusCode(428);
        post("/" + id + "/archiving", "\"0\"", null).then().statusCode(200).body("archivedAt", notNullValue());
        inbox("").then().body("items", empty()).body("unread", is(0));
        inbox("?box=ARCHIVED").then().body("items.id", is(List.of(id.toString())));
        inbox("?box=ALL").then().body("items", hasSize(1));
        post("/" + id + "/taking-back", "\"1\"", null).then().statusCode(200).body("archivedAt", nullValue());
        inbox("").then().body("items.id", is(List.of(id.toString())));
        var other = TestInbox.deliverTo(subject);
        post("/archivings", null, Map.of("ids", List.of(id, other))).then().body("changed", is(2));
        inbox("").then().body("items", empty());
    }

    @Test
    void what_is_put_aside_comes_back_unread_when_its_time_has_come() {
        var id = TestInbox.deliverTo(subject);
        post("/" + id + "/snooze", "\"0\"", Map.of("until", "2024-05-03T01:00:00Z"))
                .then()
                .statusCode(200)
                .body("snoozedUntil", is("2024-05-03T01:00:00Z"));
        inbox("").then().body("items", empty()).body("unread", is(0));
        inbox("?box=SNOOZED").then().body("items", hasSize(1));
        TestClock.setTo(LocalDateTime.of(2024, 5, 3, 7, 59, 59));
        inbox("").then().body("items", empty());
        TestClock.setTo(LocalDateTime.of(2024, 5, 3, 8, 0));
        inbox("").then().body("items.id", is(List.of(id.toString()))).body("unread", is(1));
        inbox("?box=SNOOZED").then().body("items", empty());
    }

    @Test
    void _422_when_put_aside_into_the_past_or_for_ever() {
        var id = TestInbox.deliverTo(subject);
        for (var until : List.of("2024-05-02T01:00:00Z", "2024-05-01T00:00:00Z", "2024-07-31T01:00:01Z")) {
            post("/" + id + "/snooze", "\"0\"", Map.of("until", until))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/snooze-unfit"));
        }
        post("/" + id + "/snooze", "\"0\"", Map.of("until", "2024-07-31T01:00:00Z"))
                .then()
                .statusCode(200);
    }

    @Test
    void it_is_filtered_by_why_it_was_sent() {
        TestInbox.deliverTo(subject);
        inbox("?kind=ASSIGNMENT").then().body("items", hasSize(1));
        inbox("?kind=ROLL_UP").then().body("items", empty()).body("unread", is(1));
        inbox("?box=NOWHERE").then().statusCode(400).body("type", is("/problems/malformed-request"));
    }

    private Response inbox(String query) {
        return given().auth().oauth2(Tokens.of(subject)).get(PATH + query);
    }

    private Response get(UUID id) {
        return given().auth().oauth2(Tokens.of(subject)).get(PATH + "/" + id);
    }

    private Response post(String path, @Nullable String ifMatch, @Nullable Object body) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return body == null ? request.post(PATH + path) : request.body(body).post(PATH + path);
    }
}
