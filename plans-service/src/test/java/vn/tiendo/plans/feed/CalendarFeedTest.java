package vn.tiendo.plans.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.post;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class CalendarFeedTest {

    private static final String FEEDS = "/api/v1/calendar-feeds";
    private static final String NAME = "Hạn việc";

    private Unit province;
    private Unit first;
    private Unit second;

    @BeforeEach
    void grow() {
        province = aProvince();
        first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        second = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation(
                                "O-1",
                                "STUDY_MATERIAL",
                                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                                before(LocalDate.of(2024, 4, 10))),
                        anObligation(
                                "O-2",
                                "COMMENDATION",
                                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                                before(LocalDate.of(2028, 4, 10)))));
        TestClock.setTo(LocalDateTime.of(2024, 3, 20, 8, 0));
    }

    @AfterEach
    void setClockBack() {
        TestClock.setBack();
    }

    private static Response read(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    private static ICalendar calendar(String address) {
        var answer = read(address);
        answer.then().statusCode(200).contentType("text/calendar;charset=UTF-8");
        return Biweekly.parse(answer.asString()).first();
    }

    private static String feedOf(String subject, UUID organisation) {
        var made = post(subject, FEEDS, Map.of("organisationId", organisation, "name", NAME));
        made.then().statusCode(201).body("address", startsWith(FEEDS + "/"));
        return made.path("address");
    }

    private static String feedOfPosts(String subject) {
        var made = post(subject, FEEDS, Map.of());
        made.then().statusCode(201).body("name", is("Hạn việc của tôi"));
        return made.path("address");
    }

    @Test
    void an_organisation_s_feed_shows_what_it_owes_within_a_year_without_any_token() {
        var address = feedOf(aHolder("COMMITTEE_OFFICER", first.id()), first.id());
        var calendar = calendar(address);
        assertThat(calendar.getEvents()).hasSize(1);
        var event = calendar.getEvents().getFirst();
        assertThat(event.getDateStart().getValue().getRawComponents().toDate())
                .isEqualTo(java.util.Date.from(LocalDate.of(2024, 4, 9)
                        .atStartOfDay(java.time.ZoneId.systemDefault())
                        .toInstant()));
        assertThat(event.getSummary().getValue())
                .startsWith("Hạn: Tài liệu học tập – ")
                .contains("Đơn vị " + first.code());
        assertThat(calendar.getTodos()).hasSize(1);
        assertThat(calendar.getTodos().getFirst().getStatus().getValue()).isEqualTo("NEEDS-ACTION");
    }

    @Test
    void a_fulfilled_assignment_keeps_its_uid_and_raises_its_sequence() {
        var address = feedOf(aHolder("COMMITTEE_OFFICER", first.id()), first.id());
        var before = calendar(address).getTodos().getFirst();
        var tag = read(address).header("ETag");
        given().header("If-None-Match", tag).get(address).then().statusCode(304).header("ETag", is(tag));
        var changed = before.getLastModified().getValue().toInstant();
        Awaitility.await().until(() -> Instant.now().isAfter(changed.plusSeconds(1))); // feeds tell whole seconds
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var assignment = assignments(officer, "kind=STUDY_MATERIAL&organisation=" + first.id())
                .getFirst();
        command(officer, "/api/v1/assignments/" + assignment.get("id") + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag).get(address).then().statusCode(200);
        var after = calendar(address).getTodos().getFirst();
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getStatus().getValue()).isEqualTo("COMPLETED");
        assertThat(after.getCompleted()).as("marked by hand").isNotNull();
        assertThat(after.getLastModified().getValue().toInstant()).isAfter(changed);
        assertThat(after.getPercentComplete().getValue()).isEqualTo(100);
    }

    @Test
    void a_person_s_feed_follows_the_posts_and_is_empty_when_they_are_over() {
        var subject = aHolder("COMMITTEE_OFFICER", first.id());
        var address = feedOfPosts(subject);
        assertThat(calendar(address).getEvents()).hasSize(1);
        var another = give(FIRST_ADMINISTRATOR, subject, "CELL_SECRETARY", second.id());
        assertThat(calendar(address).getEvents()).hasSize(2);
        end(another);
        assertThat(calendar(address).getEvents()).hasSize(1);
        end(postOf(subject, first.id()));
        assertThat(calendar(address).getEvents()).isEmpty();
        assertThat(calendar(address).getTodos()).isEmpty();
    }

    @Test
    void an_organisation_s_feed_ends_with_the_right_of_the_one_who_made_it() {
        var subject = aHolder("COMMITTEE_OFFICER", province.id());
        var address = feedOf(subject, first.id());
        assertThat(calendar(address).getEvents()).hasSize(1);
        end(postOf(subject, province.id()));
        assertThat(calendar(address).getEvents()).isEmpty();
    }

    private static Response postOf(String subject, UUID organisation) {
        String id = get(FIRST_ADMINISTRATOR, "/api/v1/posts?limit=200&organisation=" + organisation)
                .jsonPath()
                .getString("items.find { it.holderSubject == '" + subject + "' }.id");
        return get(FIRST_ADMINISTRATOR, "/api/v1/posts/" + id);
    }

    private static void end(Response given) {
        command(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/posts/" + given.path("id") + "/ending",
                        given.header("ETag"),
                        Map.of("lastDay", "2024-03-19"))
                .then()
                .statusCode(200);
    }

    @Test
    void membership_alone_shows_nothing_and_makes_no_feed_of_an_organisation() {
        var member = aHolder("MEMBER", first.id());
        assertThat(calendar(feedOfPosts(member)).getEvents()).isEmpty();
        post(member, FEEDS, Map.of("organisationId", first.id()))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        post(aHolder("COMMITTEE_LEADER", second.id()), FEEDS, Map.of("organisationId", first.id()))
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        given().contentType(ContentType.JSON).body(Map.of()).post(FEEDS).then().statusCode(401);
    }

    @Test
    void a_revoked_feed_is_gone_for_its_readers_and_its_owner() {
        var subject = aHolder("COMMITTEE_OFFICER", first.id());
        var made = post(subject, FEEDS, Map.of("organisationId", first.id()));
        String id = made.path("id");
        given().auth()
                .oauth2(Tokens.of(subject))
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(428);
        given().auth()
                .oauth2(Tokens.of(aHolder("ADMINISTRATOR", first.id())))
                .header("If-Match", "*")
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/calendar-feed-not-found"));
        get(subject, FEEDS)
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].name", is("Hạn việc – Đơn vị " + first.code()));
        given().auth()
                .oauth2(Tokens.of(subject))
                .header("If-Match", made.header("ETag"))
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(204);
        read(made.path("address")).then().statusCode(404).body("type", is("/problems/calendar-feed-not-found"));
        get(subject, FEEDS).then().body("items.id", not(hasItem(id)));
        get(subject, FEEDS + "/" + id).then().statusCode(404);
    }

    @Test
    void an_address_that_was_never_given_out_is_not_found() {
        read(FEEDS + "/" + "A".repeat(43) + ".ics").then().statusCode(404);
        read(FEEDS + "/short.ics").then().statusCode(401);
    }

    @Test
    void the_secret_is_nowhere_in_the_database() {
        var subject = aHolder("COMMITTEE_OFFICER", first.id());
        String address = given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "feed-" + UUID.randomUUID())
                .body(Map.of())
                .post(FEEDS)
                .path("address");
        var secret = address.substring(FEEDS.length() + 1, address.length() - 4);
        assertThat(secret).hasSize(43);
        for (var table : List.of("calendar_feed", "idempotency_key", "audit_record", "outbox")) {
            assertThat(TestDatabase.count(
                            "select count(*) from " + table + " t where strpos(cast(t as text), ?) > 0", secret))
                    .as(table)
                    .isZero();
        }
        assertThat(TestDatabase.count(
                        "select count(*) from calendar_feed where token_hash = encode(sha256(convert_to(?, 'UTF8')),"
                                + " 'hex')",
                        secret))
                .isOne();
    }

    @Test
    void the_same_request_again_gives_the_same_feed_at_a_new_address() {
        var subject = aHolder("COMMITTEE_OFFICER", first.id());
        var key = "feed-" + UUID.randomUUID();
        var lost = withKey(subject, key, Map.of());
        var again = withKey(subject, key, Map.of());
        assertThat(again.<String>path("id")).isEqualTo(lost.path("id"));
        read(lost.path("address")).then().statusCode(404);
        read(again.path("address")).then().statusCode(200);
        withKey(subject, key, Map.of("organisationId", first.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
    }

    private static Response withKey(String subject, String key, Object body) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(FEEDS);
    }

    @Test
    void nobody_has_more_than_ten_feeds_however_many_are_asked_for_at_once() throws Exception {
        var subject = aHolder("COMMITTEE_OFFICER", first.id());
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 14; i++) {
            calls.add(() -> post(subject, FEEDS, Map.of()).statusCode());
        }
        var codes = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(7)) {
            for (var answer : pool.invokeAll(calls)) {
                codes.add(answer.get());
            }
        }
        assertThat(codes).filteredOn(code -> code == 201).hasSize(10);
        assertThat(codes).filteredOn(code -> code == 409).hasSize(4);
        post(subject, FEEDS, Map.of()).then().body("type", is("/problems/too-many-calendar-feeds"));
    }
}
