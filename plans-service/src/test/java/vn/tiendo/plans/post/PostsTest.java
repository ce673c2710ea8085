package vn.tiendo.plans.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class PostsTest {

    private Unit province;
    private String administrator;
    private String leader;

    @BeforeEach
    void grow() {
        province = aProvince();
        administrator = aHolder("ADMINISTRATOR", province.id());
        leader = "leader-" + UUID.randomUUID();
    }

    @Test
    void the_same_holder_has_the_same_post_once_at_a_time() {
        give(leader, "2020-01-01", "2020-12-31", null).then().statusCode(201);
        for (var period : List.of(
                List.of("2020-12-31", "2021-12-31"), List.of("2019-01-01", "2020-01-01"), List.of("2020-01-01", ""))) {
            refused(
                    give(leader, period.get(0), period.get(1).isEmpty() ? null : period.get(1), null),
                    409,
                    "a-holder-has-a-post-once-at-a-time");
        }
        give(leader, "2021-01-01", null, null).then().statusCode(201);
        give(leader, "2019-01-01", "2019-12-31", null).then().statusCode(201);
        give("somebody-else", "2020-01-01", null, null).then().statusCode(201);
    }

    @Test
    void of_many_who_give_the_same_post_at_once_one_succeeds() throws Exception {
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            var from = "2020-01-0" + (i + 1);
            attempts.add(() -> give(leader, from, null, null).statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(201);
            assertThat(statuses).containsOnly(201, 409);
        }
        assertThat(TestDatabase.count("select count(*) from post where holder_subject = ?", leader))
                .isEqualTo(1);
    }

    @Test
    void a_period_is_corrected_by_somebody_else_and_counts_from_the_next_request_on() {
        var given = give(leader, "2020-01-01", "2020-12-31", null);
        var path = "/api/v1/posts/" + given.path("id");
        get(leader, "/api/v1/organisations/" + province.id()).then().statusCode(404);
        refused(put(administrator, path, null, Map.of("validFrom", "2020-02-01")), 428, "version-required");
        refused(put(administrator, path, "\"9\"", Map.of("validFrom", "2020-02-01")), 412, "stale-version");
        refused(
                put(administrator, path, "*", Map.of("validFrom", "2020-02-01", "validTo", "2020-01-31")),
                422,
                "post-period-reversed");
        var corrected = put(administrator, path, given.header("ETag"), Map.of("validFrom", "2020-02-01"));
        corrected.then().statusCode(200).body("validFrom", is("2020-02-01")).body("validTo", nullValue());
        assertThat(corrected.header("ETag")).isNotEqualTo(given.header("ETag"));
        get(leader, "/api/v1/organisations/" + province.id()).then().statusCode(200);
        refused(put(leader, path, "*", Map.of("validFrom", "2000-01-01")), 403, "role-required");
        give(leader, "2019-01-01", "2019-06-30", null).then().statusCode(201);
        refused(
                put(administrator, path, "*", Map.of("validFrom", "2019-06-30")),
                409,
                "a-holder-has-a-post-once-at-a-time");
    }

    @Test
    void nobody_corrects_a_post_of_ones_own() {
        var own = get(administrator, "/api/v1/posts?role=ADMINISTRATOR&organisation=" + province.id())
                .<String>path("items[0].id");
        refused(put(administrator, "/api/v1/posts/" + own, "*", Map.of("validFrom", "1990-01-01")), 403, "own-post");
    }

    @Test
    void while_the_holder_is_absent_the_deputy_acts() {
        var holder = give(leader, "2020-01-01", null, null);
        var deputy = give("deputy-of-" + leader, "2020-01-01", null, holder.path("id"));
        var path = "/api/v1/posts/" + holder.path("id");
        var stated = command(
                leader,
                path + "/absences",
                holder.header("ETag"),
                Map.of("from", "2024-02-05", "to", "2024-02-20", "reason", "Nghỉ phép"));
        stated.then()
                .statusCode(200)
                .body("absences.from", contains("2024-02-05"))
                .body("absences.reason", contains("Nghỉ phép"));
        for (var day : List.of("2024-02-04", "2024-02-21")) {
            acting(day).then().body("acting.post.id", contains(holder.<String>path("id")));
        }
        for (var day : List.of("2024-02-05", "2024-02-20")) {
            acting(day)
                    .then()
                    .body("acting.post.id", contains(deputy.<String>path("id")))
                    .body("acting.standsInFor", contains(holder.<String>path("id")));
        }
        var withdrawn = given().auth()
                .oauth2(Tokens.of(administrator))
                .header("If-Match", stated.header("ETag"))
                .delete(path + "/absences/" + stated.path("absences[0].id"));
        withdrawn.then().statusCode(200).body("absences", hasSize(0));
        acting("2024-02-10").then().body("acting.post.id", contains(holder.<String>path("id")));
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var events = TestEvents.on("plans.post.v1", holder.path("id"));
            assertThat(events).hasSize(3);
            assertThat(new String(events.get(1).value(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"absences\":[{\"from\":\"2024-02-05\",\"to\":\"2024-02-20\"}]")
                    .doesNotContain("phép");
            assertThat(TestEvents.header(events.get(1), "ce_type")).isEqualTo("plans.post.absence-stated.v1");
        });
    }

    @Test
    void an_absence_fits_into_the_post_and_meets_no_other() {
        var holder = give(leader, "2020-01-01", "2024-12-31", null);
        var path = "/api/v1/posts/" + holder.path("id") + "/absences";
        refused(absence(administrator, path, "2024-02-05", "2024-02-04"), 422, "absence-reversed");
        refused(absence(administrator, path, "2019-12-31", "2020-01-05"), 422, "absence-outside-post");
        refused(absence(administrator, path, "2024-12-31", "2025-01-01"), 422, "absence-outside-post");
        absence(administrator, path, "2024-02-05", "2024-02-10").then().statusCode(200);
        refused(absence(administrator, path, "2024-02-10", "2024-02-11"), 409, "absence-overlaps");
        absence(administrator, path, "2024-02-11", "2024-02-11")
                .then()
                .statusCode(200)
                .body("absences", hasSize(2));
        refused(
                absence(aHolder("COMMITTEE_OFFICER", province.id()), path, "2024-03-01", "2024-03-02"),
                403,
                "role-required");
        refused(
                absence(aHolder("ADMINISTRATOR", aProvince().id()), path, "2024-03-01", "2024-03-02"),
                404,
                "post-not-found");
    }

    @Test
    void posts_are_listed_by_role_and_day() {
        var unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        giveAt(unit.id(), "a", "COMMITTEE_LEADER", "2020-01-01", "2020-12-31", null)
                .then()
                .statusCode(201);
        giveAt(unit.id(), "b", "COMMITTEE_LEADER", "2021-01-01", null, null)
                .then()
                .statusCode(201);
        giveAt(unit.id(), "c", "CELL_SECRETARY", "2020-01-01", null, null)
                .then()
                .statusCode(201);
        var path = "/api/v1/posts?organisation=" + unit.id();
        assertThat(get(administrator, path).jsonPath().getList("items.holderSubject"))
                .containsExactly("a", "b", "c");
        assertThat(get(administrator, path + "&role=COMMITTEE_LEADER&asOf=2020-12-31")
                        .jsonPath()
                        .getList("items.holderSubject"))
                .containsExactly("a");
        assertThat(get(administrator, path + "&asOf=2021-01-01").jsonPath().getList("items.holderSubject"))
                .containsExactly("b", "c");
        refused(get(administrator, path + "&role=KING"), 400, "malformed-request");
        refused(get("stranger", path), 404, "organisation-not-found");
        refused(
                get("stranger", "/api/v1/posts/acting?role=COMMITTEE_LEADER&organisation=" + unit.id()),
                404,
                "organisation-not-found");
    }

    @Test
    void a_client_system_with_a_post_works_like_a_person_within_its_place_only() {
        var unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var sibling = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var client = "reporting-hub-of-" + province.code();
        giveAt(unit.id(), client, "COMMITTEE_OFFICER", "2020-01-01", null, null)
                .then()
                .statusCode(201);
        var token =
                Tokens.signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + Tokens.KEY_ID + "\"}", """
                {"iss":"%s","aud":"%s","sub":"%s","client_id":"%s","azp":"%s","scope":"plans.read","iat":%d,"exp":%d}""".formatted(
                                Tokens.ISSUER,
                                Tokens.AUDIENCE,
                                client,
                                client,
                                client,
                                Instant.now().getEpochSecond() - 5,
                                Instant.now().getEpochSecond() + 300));
        asClient(token, "/api/v1/organisations/" + unit.id()).then().statusCode(200);
        asClient(token, "/api/v1/organisations/" + sibling.id()).then().statusCode(404);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "organisationId",
                        unit.id(),
                        "role",
                        "ADMINISTRATOR",
                        "holderSubject",
                        "x",
                        "validFrom",
                        "2020-01-01"))
                .post("/api/v1/posts")
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        assertThat(TestDatabase.count(
                        "select count(*) from reach_post where holder_subject = ? and role = 'COMMITTEE_OFFICER'",
                        client))
                .isEqualTo(1);
    }

    @Test
    void a_deputy_stands_in_at_the_same_place_and_in_the_same_role() {
        var holder = give(leader, "2020-01-01", null, null);
        var elsewhere = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        refused(
                giveAt(elsewhere.id(), "d", "COMMITTEE_LEADER", "2020-01-01", null, holder.path("id")),
                422,
                "deputy-elsewhere");
        refused(
                giveAt(province.id(), "d", "COMMITTEE_OFFICER", "2020-01-01", null, holder.path("id")),
                422,
                "deputy-elsewhere");
        give("d", "2020-01-01", null, holder.path("id"))
                .then()
                .statusCode(201)
                .body("deputyOf", is(holder.<String>path("id")))
                .body("id", not(holder.<String>path("id")));
    }

    private static Response asClient(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private Response acting(String day) {
        return get(
                administrator,
                "/api/v1/posts/acting?role=COMMITTEE_LEADER&organisation=" + province.id() + "&on=" + day);
    }

    private static Response absence(String subject, String path, String from, String to) {
        return command(subject, path, "*", Map.of("from", from, "to", to));
    }

    private Response give(String holder, String from, String to, String deputyOf) {
        return giveAt(province.id(), holder, "COMMITTEE_LEADER", from, to, deputyOf);
    }

    private Response giveAt(UUID organisation, String holder, String role, String from, String to, String deputyOf) {
        var body = new HashMap<String, Object>(
                Map.of("organisationId", organisation, "role", role, "holderSubject", holder, "validFrom", from));
        if (to != null) {
            body.put("validTo", to);
        }
        if (deputyOf != null) {
            body.put("deputyOf", deputyOf);
        }
        return post(FIRST_ADMINISTRATOR, "/api/v1/posts", body);
    }

    private static Response put(String subject, String path, String ifMatch, Object body) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(body).put(path);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", is("/problems/" + code));
    }
}
