package vn.tiendo.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;

@QuarkusTest
class ReadInboxTest {

    private String subject;

    @BeforeEach
    void before() {
        subject = "reader-" + UUID.randomUUID();
    }

    @Test
    void own_notifications_come_newest_first_page_by_page_with_the_unread_count() {
        var delivered = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            delivered.add(TestInbox.deliverTo(subject).toString());
            TestInbox.deliverTo("somebody-else");
        }
        Collections.reverse(delivered);
        var read = new ArrayList<String>();
        var next = "/api/v1/notifications?limit=2";
        while (next != null) {
            var page = as(subject).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).body("unread", is(5));
            read.addAll(page.jsonPath().getList("items.id", String.class));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).isEqualTo(delivered);
    }

    @Test
    void whoever_was_away_catches_up_oldest_first_from_the_last_event_that_it_has() {
        var delivered = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            delivered.add(TestInbox.deliverTo(subject).toString());
            TestInbox.deliverTo("somebody-else");
        }
        var last = get("/api/v1/notifications/" + delivered.get(1)).<Integer>path("position");
        var missed = new ArrayList<String>();
        var next = "/api/v1/notifications?limit=2&after=" + last;
        while (next != null) {
            var page = as(subject).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            missed.addAll(page.jsonPath().getList("items.id", String.class));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(missed).isEqualTo(delivered.subList(2, 5));
        get("/api/v1/notifications?after=yesterday")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-cursor"));
    }

    @Test
    void the_inbox_of_a_stranger_is_empty() {
        TestInbox.deliverTo("somebody-else");
        get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("unread", is(0));
    }

    @Test
    void it_is_filtered_by_plan_and_by_what_is_unread() {
        var plan = Uuid7.next();
        var wanted = TestInbox.deliver(TestInbox.aNotificationFor(subject, plan));
        TestInbox.deliverTo(subject);
        get("/api/v1/notifications?plan=" + plan)
                .then()
                .body("items.id", is(java.util.List.of(wanted.toString())))
                .body("unread", is(2));
        read(wanted, "\"0\"").then().statusCode(200).header("ETag", is("\"1\"")).body("readAt", notNullValue());
        get("/api/v1/notifications?unread=true&plan=" + plan)
                .then()
                .body("items", empty())
                .body("unread", is(1));
    }

    @Test
    void one_is_read_by_its_id_with_its_version() {
        var id = TestInbox.deliverTo(subject);
        get("/api/v1/notifications/" + id)
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("kind", is("ASSIGNMENT"))
                .body("rung", is("BEFORE_3"))
                .body("dueDay", is("2024-05-04"))
                .body("readAt", nullValue());
    }

    @Test
    void _404_for_somebody_elses_an_unknown_and_a_malformed_id() {
        var id = TestInbox.deliverTo("somebody-else");
        get("/api/v1/notifications/" + id).then().statusCode(404).body("type", is("/problems/notification-not-found"));
        read(id, "\"0\"").then().statusCode(404).body("type", is("/problems/notification-not-found"));
        get("/api/v1/notifications/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", is("/problems/notification-not-found"));
        get("/api/v1/notifications/abc").then().statusCode(404).body("type", is("/problems/resource-not-found"));
    }

    @Test
    void reading_needs_the_version_and_repeating_it_changes_nothing() {
        var id = TestInbox.deliverTo(subject);
        read(id, null).then().statusCode(428).body("type", is("/problems/version-required"));
        read(id, "\"5\"").then().statusCode(412).body("type", is("/problems/stale-version"));
        read(id, "\"0\"").then().statusCode(200);
        read(id, "\"1\"").then().statusCode(200).header("ETag", is("\"1\""));
    }

    @Test
    void _400_for_a_cursor_that_is_not_ours_and_a_plan_that_is_no_id() {
        get("/api/v1/notifications?cursor=zzz").then().statusCode(400).body("type", is("/problems/invalid-cursor"));
        get("/api/v1/notifications?plan=abc").then().statusCode(400).body("type", is("/problems/malformed-request"));
        get("/api/v1/notifications?limit=201").then().statusCode(400).body("type", is("/problems/malformed-request"));
    }

    @Test
    void _401_without_a_token() {
        for (var path : new String[] {
            "/api/v1/notifications",
            "/api/v1/notifications/" + UUID.randomUUID(),
            "/api/v1/notifications/stream",
            "/api/v1/reminder-policies",
            "/api/v1/reminder-previews?on=2024-05-04"
        }) {
            given().get(path).then().statusCode(401).body("type", is("/problems/not-signed-in"));
        }
    }

    @Test
    void the_same_reminder_reaches_a_person_once() {
        var one = TestInbox.aNotificationFor(subject);
        TestInbox.deliver(one);
        TestInbox.deliver(new Notification(
                new Notification.About(
                        one.reminderId(),
                        one.dutyId(),
                        one.dutyKind(),
                        one.planId(),
                        one.obligationId(),
                        null,
                        one.organisationId(),
                        one.rung(),
                        one.dueDay()),
                new Recipient(Tokens.ISSUER, subject, null, null, false, "vi"),
                one.title(),
                one.text(),
                null,
                one.deliveredAt()));
        get("/api/v1/notifications").then().body("items", hasSize(1));
    }

    @Test
    void the_shipped_ladder_is_listed() {
        get("/api/v1/reminder-policies")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].dayCount", is("CALENDAR"))
                .body("items[0].firesAt", is("08:00:00"))
                .body("items[0].rungs.daysFromDue", is(java.util.List.of(-14, -7, -3, -1, 0, 1, 3, 7)))
                .body("items[0].rungs[7].alsoSuperior", is(true));
    }

    private Response get(String path) {
        return as(subject).get(path);
    }

    private Response read(UUID id, @Nullable String ifMatch) {
        var request = as(subject);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/notifications/" + id + "/reading");
    }

    private static io.restassured.specification.RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject));
    }
}
