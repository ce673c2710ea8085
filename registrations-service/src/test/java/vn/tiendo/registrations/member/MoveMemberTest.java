package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Transfers, standings and contact points over HTTP.
@QuarkusTest
class MoveMemberTest {

    @Inject
    Standings standings;

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation other = scene.aCell();

    @Test
    void a_transferred_member_belongs_to_the_other_from_the_day_on() {
        var member = scene.aMember(cell);
        transfer(scene.officer, member, "\"0\"", other, "2026-03-01")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("memberships", hasSize(2))
                .body("memberships[0].organisationId", is(other.id().toString()))
                .body("memberships[0].from", is("2026-03-01"))
                .body("memberships[0].to", nullValue())
                .body("memberships[1].organisationId", is(cell.id().toString()))
                .body("memberships[1].to", is("2026-02-28"));
        as(scene.aSecretaryOf(other))
                .get("/api/v1/members/" + member.id())
                .then()
                .statusCode(200);
        as(scene.aSecretaryOf(cell))
                .get("/api/v1/members/" + member.id())
                .then()
                .statusCode(200);
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'transfer-member'",
                        member.id()))
                .isOne();
    }

    @Test
    void a_transfer_is_refused_by_its_rules() {
        var member = scene.aMember(cell);
        transfer(scene.officer, member, null, other, "2026-03-01").then().statusCode(428);
        transfer(scene.officer, member, "\"7\"", other, "2026-03-01").then().statusCode(412);
        transfer(scene.officer, member, "\"0\"", other, "2019-12-31")
                .then()
                .statusCode(409)
                .body("type", is("/problems/not-a-member-there"));
        transfer(scene.officer, member, "\"0\"", other, "1999-12-31")
                .then()
                .statusCode(422)
                .body("type", is("/problems/organisation-not-in-force"));
        transfer(scene.aSecretaryOf(cell), member, "\"0\"", other, "2026-03-01")
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        transfer(member.token(), member, "\"0\"", other, "2026-03-01").then().statusCode(404);
        transfer(new Scene().officer, member, "\"0\"", other, "2026-03-01")
                .then()
                .statusCode(404)
                .body("type", is("/problems/member-not-found"));
    }

    @Test
    void a_standing_is_kept_with_its_day_and_decision() {
        var member = scene.aMember(cell);
        stand(scene.aSecretaryOf(cell), member, "\"0\"", "\"status\":\"RETIRED\"", "2026-02-01")
                .then()
                .statusCode(200)
                .body("status", is("RETIRED"))
                .body("category", is("PARTY_MEMBER"));
        as(scene.officer)
                .get("/api/v1/members/" + member.id() + "/history")
                .then()
                .statusCode(200)
                .body("standings.from", contains("2020-01-01", "2026-02-01"))
                .body("standings.status", contains("ACTIVE", "RETIRED"))
                .body("standings[1].decision", is("12-QĐ/ĐU"));
        assertThat(standings.statusesOn(LocalDate.of(2026, 1, 31), List.of(member.id())))
                .containsEntry(member.id(), MemberStatus.ACTIVE);
        assertThat(standings.statusesOn(LocalDate.of(2026, 2, 1), List.of(member.id())))
                .containsEntry(member.id(), MemberStatus.RETIRED);
    }

    @Test
    void a_standing_of_a_day_to_come_takes_effect_on_that_day() {
        var member = scene.aMember(cell);
        var today = Days.dayOf(Instant.now());
        stand(
                        scene.officer,
                        member,
                        "\"0\"",
                        "\"status\":\"ELDERLY\"",
                        today.plusDays(3).toString())
                .then()
                .statusCode(200)
                .body("status", is("ACTIVE"))
                .body("nextStandingOn", is(today.plusDays(3).toString()));
        try (var held = HeldTask.named(standings.name())) {
            assertThat(held).isNotNull();
            Scene.execute(
                    "update member_standing set valid_from = ?1 where member_id = ?2 and valid_from = ?3",
                    today,
                    member.id(),
                    today.plusDays(3));
            Scene.execute("update member set next_standing_on = ?1 where id = ?2", today, member.id());
            QuarkusTransaction.requiringNew().run(() -> standings.pass());
        }
        as(scene.officer)
                .get("/api/v1/members/" + member.id())
                .then()
                .body("status", is("ELDERLY"))
                .body("nextStandingOn", nullValue());
    }

    @Test
    void a_standing_is_refused_by_its_rules() {
        var member = scene.aMember(cell);
        stand(scene.officer, member, "\"0\"", "\"status\":\"RETIRED\"", "2019-12-31")
                .then()
                .statusCode(422)
                .body("type", is("/problems/standing-before-the-first"));
        stand(member.token(), member, "\"0\"", "\"status\":\"RETIRED\"", "2026-01-01")
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        as(scene.officer)
                .header("If-Match", "\"0\"")
                .body("{\"from\":\"2026-01-01\"}")
                .post("/api/v1/members/" + member.id() + "/standings")
                .then()
                .statusCode(400);
    }

    @Test
    void everybody_keeps_its_own_contact_and_the_contact_is_published() {
        var member = scene.aMember(cell);
        contact(member.token(), member, "\"0\"", "moi@example.org")
                .then()
                .statusCode(200)
                .body("email", is("moi@example.org"));
        as(member.token())
                .get("/api/v1/members/me")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("id", is(member.id().toString()))
                .body("email", is("moi@example.org"))
                .body("phone", nullValue())
                .body("language", is("en"));
        var published = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestEvents.on(
                                "registrations.member-contact.v1", member.id().toString()),
                        events -> events.size() == 2)
                .getLast();
        assertThat(new String(published.value(), StandardCharsets.UTF_8))
                .contains("\"email\":\"moi@example.org\"", "\"language\":\"en\"");
        contact(scene.aMember(cell).token(), member, "\"1\"", "x@example.org")
                .then()
                .statusCode(404);
        contact(scene.aSecretaryOf(other), member, "\"1\"", "x@example.org")
                .then()
                .statusCode(404);
        contact(scene.aSecretaryOf(cell), member, null, "x@example.org").then().statusCode(428);
        contact(scene.aSecretaryOf(cell), member, "\"1\"", "x@example.org")
                .then()
                .statusCode(200);
    }

    @Test
    void _404_for_a_token_that_is_no_members() {
        as(scene.officer)
                .get("/api/v1/members/me")
                .then()
                .statusCode(404)
                .body("type", is("/problems/member-not-found"));
        RestAssured.given().get("/api/v1/members/me").then().statusCode(401);
    }

    private Response transfer(String token, Person member, @Nullable String etag, KnownOrganisation to, String from) {
        return send(token, member, etag, "transfers", """
            {"fromOrganisationId":"%s","toOrganisationId":"%s","from":"%s","decision":"7-QĐ/ĐU"}\
            """.formatted(cell.id(), to.id(), from));
    }

    private static Response stand(String token, Person member, String etag, String what, String from) {
        return send(
                token, member, etag, "standings", "{" + what + ",\"from\":\"" + from + "\",\"decision\":\"12-QĐ/ĐU\"}");
    }

    private static Response contact(String token, Person member, @Nullable String etag, String email) {
        var request = as(token).body("{\"email\":\"" + email + "\",\"language\":\"en\"}");
        return (etag == null ? request : request.header("If-Match", etag))
                .put("/api/v1/members/" + member.id() + "/contact");
    }

    private static Response send(String token, Person member, @Nullable String etag, String command, String body) {
        var request = as(token).body(body);
        return (etag == null ? request : request.header("If-Match", etag))
                .post("/api/v1/members/" + member.id() + "/" + command);
    }
}
