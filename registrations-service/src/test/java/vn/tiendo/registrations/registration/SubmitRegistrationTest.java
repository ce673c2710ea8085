package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.CONTENT;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class SubmitRegistrationTest {

    private static final String FIRST = "\"0\"";

    private final Scene scene = new Scene();
    private KnownOrganisation cell;
    private Person member;

    @BeforeEach
    void people() {
        cell = scene.aCell();
        member = scene.aMember(cell);
    }

    @Test
    void a_member_submits_with_the_text_and_the_event_carries_no_text() {
        var id = owed();
        submit(member.token(), id, FIRST)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("status", is("SUBMITTED"))
                .body("late", is(false))
                .body("content", nullValue());
        var published = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestEvents.on("registrations.registration.v1", id.toString()),
                        events -> events.size() == 2);
        assertThat(TestEvents.header(published.getFirst(), "ce_type")).isEqualTo("registrations.registration.owed.v1");
        var submitted = published.getLast();
        assertThat(TestEvents.header(submitted, "ce_type")).isEqualTo("registrations.registration.submitted.v1");
        assertThat(TestEvents.header(submitted, "ce_sequence")).isEqualTo("1");
        assertThat(new String(submitted.value(), StandardCharsets.UTF_8))
                .contains(
                        "\"status\":\"SUBMITTED\"",
                        "\"receivedAt\":\"",
                        member.id().toString())
                .doesNotContain("Nguyễn", "chuyên đề");
    }

    @Test
    void a_draft_is_saved_and_submitted_without_a_body() {
        var id = owed();
        as(member.token())
                .header("If-Match", FIRST)
                .body(CONTENT)
                .put("/api/v1/registrations/" + id + "/content")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""));
        command(member.token(), id, "submission", "\"1\"", null).then().statusCode(200);
        as(member.token())
                .get("/api/v1/registrations/" + id)
                .then()
                .body("content.study", is("Học tập chuyên đề năm"))
                .body("registration.status", is("SUBMITTED"));
    }

    @Test
    void lists_say_late_of_who_owes_and_not_of_who_is_exempt() {
        var cell = scene.aCell();
        var owing = scene.aMember(cell);
        var exempt = scene.aMember("RETIRED", cell);
        scene.issuePlan();
        scene.assign(cell, Instant.now().minusSeconds(60));
        var campaign = scene.openCampaign(1);
        for (var person : List.of(owing, exempt)) {
            var id = registrationOf(person, campaign);
            submit(person.token(), id, etagOf(person.token(), id)).then().statusCode(200);
        }
        var late = Map.of(owing, true, exempt, false);
        late.forEach((person, expected) -> {
            var id = registrationOf(person, campaign);
            as(person.token()).get("/api/v1/registrations/" + id).then().body("registration.late", is(expected));
            as(scene.officer)
                    .get("/api/v1/registrations?campaign=" + campaign)
                    .then()
                    .body("items.find { it.id == '" + id + "' }.late", is(expected));
        });
    }

    @Test
    void _422_when_a_section_is_empty() {
        command(member.token(), owed(), "submission", FIRST, "{\"content\":{\"study\":\"x\",\"follow\":\" \"}}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/content-incomplete"))
                .body("errors.field", hasItem("content.follow"));
    }

    @Test
    void _409_when_already_submitted() {
        var id = owed();
        submit(member.token(), id, FIRST).then().statusCode(200);
        submit(member.token(), id, "\"1\"")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-registration-status"));
    }

    @Test
    void _412_with_a_stale_version_and_428_without_one() {
        var id = owed();
        submit(member.token(), id, "\"7\"").then().statusCode(412).body("type", is("/problems/stale-version"));
        submit(member.token(), id, null).then().statusCode(428).body("type", is("/problems/version-required"));
    }

    @Test
    void _404_for_another_member_of_the_same_cell_and_for_an_unknown_id() {
        var other = scene.aMember(cell);
        submit(other.token(), owed(), FIRST)
                .then()
                .statusCode(404)
                .body("type", is("/problems/registration-not-found"));
        submit(member.token(), UUID.randomUUID(), FIRST)
                .then()
                .statusCode(404)
                .body("type", is("/problems/registration-not-found"));
    }

    @Test
    void _403_for_the_secretary_who_may_read_but_not_write() {
        submit(scene.aSecretaryOf(cell), owed(), FIRST)
                .then()
                .statusCode(403)
                .body("type", is("/problems/not-own-registration"));
    }

    @Test
    void _401_without_a_token_and_with_one_for_another_audience() {
        var id = owed();
        RestAssured.given()
                .post("/api/v1/registrations/" + id + "/submission")
                .then()
                .statusCode(401)
                .body("type", is("/problems/not-signed-in"));
        submit(Tokens.of(member.subject(), Tokens.ISSUER, "other", Scene.tomorrow()), id, FIRST)
                .then()
                .statusCode(401);
    }

    @Test
    void _400_for_an_unknown_property_and_a_section_that_is_too_long() {
        var id = owed();
        command(member.token(), id, "submission", FIRST, "{\"status\":\"ACCEPTED\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("status"));
        command(member.token(), id, "submission", FIRST, "{\"content\":{\"study\":\"" + "x".repeat(10_001) + "\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("content.study"));
    }

    @Test
    void _409_when_the_campaign_is_closed() {
        var id = owed();
        var campaign = Scene.uuids("select campaign_id from registration where id = ?1", id)
                .getFirst();
        scene.planIs("CLOSED", 2, "[]");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from campaign where id = ?1 and status = 'CLOSED'", campaign) == 1);
        submit(member.token(), id, FIRST).then().statusCode(409).body("type", is("/problems/campaign-not-open"));
    }

    @Test
    void sixteen_submissions_with_one_key_take_effect_once() throws Exception {
        var id = owed();
        var key = "key-" + UUID.randomUUID();
        var answers = atOnce(
                16,
                number -> () -> as(member.token())
                        .header("If-Match", FIRST)
                        .header("Idempotency-Key", key)
                        .body("{\"content\":" + CONTENT + "}")
                        .post("/api/v1/registrations/" + id + "/submission"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        });
        assertThat(answers.stream().map(answer -> answer.asString()).distinct()).hasSize(1);
        assertThat(count("select count(*) from audit_record where subject_id = ?1", id))
                .isOne();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.on("registrations.registration.v1", id.toString())
                                .size()
                        == 2);
    }

    @Test
    void sixteen_members_of_one_cell_submit_at_once_and_all_succeed() throws Exception {
        var people = new ArrayList<Person>(List.of(member));
        while (people.size() < 16) {
            people.add(scene.aMember(cell));
        }
        var campaign = scene.open(cell);
        var answers = atOnce(
                16,
                number ->
                        () -> submit(people.get(number).token(), registrationOf(people.get(number), campaign), FIRST));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + cell.id())
                .then()
                .body("submitted", is(16))
                .body("missing", is(0));
    }

    @Test
    void of_two_submissions_with_one_version_one_wins() throws Exception {
        var id = owed();
        var answers = atOnce(2, number -> () -> submit(member.token(), id, FIRST));
        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 412);
    }

    private UUID owed() {
        return registrationOf(member, scene.open(cell));
    }

    private interface Numbered {
        Callable<Response> of(int number);
    }

    private static List<Response> atOnce(int times, Numbered work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = new ArrayList<Callable<Response>>();
            for (int i = 0; i < times; i++) {
                calls.add(work.of(i));
            }
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
