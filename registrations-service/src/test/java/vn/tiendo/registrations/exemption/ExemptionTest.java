package vn.tiendo.registrations.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class ExemptionTest {

    private final Scene scene = new Scene();
    private KnownOrganisation cell;
    private Person member;
    private Person retired;
    private String secretary;
    private UUID campaign;
    private UUID id;

    @BeforeEach
    void one_owes_and_one_is_exempt_by_rule() {
        cell = scene.aCell();
        member = scene.aMember(cell);
        retired = scene.aMember("RETIRED", cell);
        secretary = scene.aSecretaryOf(cell);
        campaign = scene.open(cell);
        id = registrationOf(member, campaign);
    }

    @Test
    void the_exempt_list_names_rule_and_decision() {
        decide(secretary, id).then().statusCode(201).header("ETag", is("\"0\"")).body("basis", is("DECISION"));
        as(secretary)
                .get("/api/v1/exemptions?campaign=" + campaign + "&organisation=" + cell.id())
                .then()
                .statusCode(200)
                .body("items.basis", containsInAnyOrder("RULE", "DECISION"))
                .body(
                        "items.memberId",
                        containsInAnyOrder(member.id().toString(), retired.id().toString()))
                .body("items.find { it.basis == 'DECISION' }.decisionNumber", is("12-QĐ/CB"))
                .body("items.find { it.basis == 'DECISION' }.decidedOn", is("2024-03-01"))
                .body("items.find { it.basis == 'RULE' }.ground", is("RETIRED"))
                .body("items.find { it.basis == 'RULE' }.memberName", is("Nguyễn Văn An"))
                .body(
                        "items.organisationId",
                        contains(cell.id().toString(), cell.id().toString()));
        as(scene.officer)
                .get("/api/v1/exemptions?campaign=" + campaign + "&basis=RULE")
                .then()
                .body("items", hasSize(1));
        as(scene.aSecretaryOf(scene.aCell()))
                .get("/api/v1/exemptions?campaign=" + campaign)
                .then()
                .body("items", empty());
        as(member.token()).get("/api/v1/exemptions?mine=true").then().body("items", hasSize(1));
    }

    @Test
    void a_decision_counts_and_its_event_has_what_a_report_needs() {
        decide(secretary, id).then().statusCode(201);
        numbers(0, 2);
        var event = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestEvents.on("registrations.registration.v1", id.toString()),
                        events -> events.size() == 2)
                .getLast();
        assertThat(TestEvents.header(event, "ce_type")).isEqualTo("registrations.registration.exempted.v1");
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .contains(
                        "\"status\":\"EXEMPT\"",
                        "\"exemptBasis\":\"DECISION\"",
                        "\"exemptGround\":\"ILLNESS\"",
                        "\"exemptDecisionNumber\":\"12-QĐ/CB\"",
                        "\"exemptDecidedOn\":\"2024-03-01\"",
                        "\"exemptReviewOn\":\"2999-03-01\"");
    }

    @Test
    void a_revoked_exemption_lets_the_member_owe_with_days_to_write() {
        var exemption = decide(secretary, id).then().extract().<String>path("id");
        command(secretary, exemption, "revocation", "\"0\"", "{\"reason\":\"Đã khỏe lại\"}")
                .then()
                .statusCode(200)
                .body("endKind", is("REVOKED"))
                .body("endedAt", notNullValue());
        numbers(1, 1);
        as(member.token())
                .get("/api/v1/registrations/" + id)
                .then()
                .body("registration.status", is("OWED"))
                .body("registration.exemptedAt", nullValue());
        submit(member.token(), id, "\"2\"").then().statusCode(200).body("late", is(false));
        command(secretary, exemption, "revocation", "\"1\"", "{\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/exemption-ended"));
    }

    @Test
    void whoever_is_exempt_may_opt_in() {
        var own = registrationOf(retired, campaign);
        var exemption = Scene.uuids("select id from exemption where registration_id = ?1", own)
                .getFirst()
                .toString();
        command(secretary, exemption, "opt-in", "\"0\"", null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/not-own-registration"));
        command(retired.token(), exemption, "opt-in", "\"0\"", null)
                .then()
                .statusCode(200)
                .body("endKind", is("OPTED_IN"));
        numbers(2, 0);
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/roster?organisation=" + cell.id())
                .then()
                .body("roster", is(2))
                .body("exempt", is(0))
                .body("denominator", is(2));
    }

    @Test
    void who_is_exempt_and_accepted_all_the_same_has_opted_in() {
        var own = registrationOf(retired, campaign);
        submit(retired.token(), own, etagOf(retired.token(), own)).then().statusCode(200);
        accept(secretary, own, etagOf(secretary, own)).then().statusCode(200);
        assertThat(count("select count(*) from exemption where registration_id = ?1 and end_kind = 'OPTED_IN'", own))
                .isOne();
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/roster/changes?organisation=" + cell.id())
                .then()
                .body("items.kind", contains("OPTED_IN"))
                .body("items[0].memberId", is(retired.id().toString()))
                .body("items[0].exempt", is(-1));
    }

    @Test
    void a_decision_is_reviewed_and_holds_in_the_next_campaign_until_its_day() {
        var exemption = decide(secretary, id).then().extract().<String>path("id");
        command(
                        secretary,
                        exemption,
                        "review",
                        "\"0\"",
                        "{\"decisionNumber\":\"20-QĐ/CB\",\"decidedOn\":\"2024-06-01\",\"reviewOn\":\"2998-01-01\"}")
                .then()
                .statusCode(200)
                .body("reviewOn", is("2998-01-01"))
                .body("decisionNumber", is("20-QĐ/CB"));
        as(secretary).get("/api/v1/exemptions?reviewBefore=2998-01-02").then().body("items.id", contains(exemption));
        var next = new Scene(scene.committee).open(cell);
        assertThat(Scene.query(
                        "select exempt_decision_number from registration where id = ?1",
                        String.class,
                        registrationOf(member, next)))
                .containsExactly("20-QĐ/CB");
    }

    @Test
    void a_decision_due_for_review_no_longer_holds() {
        exempt(secretary, id, "2024-03-01", "2024-12-31").then().statusCode(201);
        var next = new Scene(scene.committee).open(cell);
        assertThat(Scene.query(
                        "select status from registration where id = ?1", String.class, registrationOf(member, next)))
                .containsExactly("OWED");
    }

    @Test
    void what_was_revoked_in_a_later_campaign_does_not_come_back_in_the_next() {
        decide(secretary, id).then().statusCode(201);
        var second = registrationOf(member, new Scene(scene.committee).open(cell));
        var copy = Scene.uuids("select id from exemption where registration_id = ?1", second)
                .getFirst()
                .toString();
        command(secretary, copy, "revocation", "\"0\"", "{\"reason\":\"Đã khỏe lại\"}")
                .then()
                .statusCode(200);
        var third = registrationOf(member, new Scene(scene.committee).open(cell));
        assertThat(Scene.query("select status from registration where id = ?1", String.class, third))
                .containsExactly("OWED");
        decide(secretary, third).then().statusCode(201);
        var fourth = registrationOf(member, new Scene(scene.committee).open(cell));
        assertThat(Scene.query("select status from registration where id = ?1", String.class, fourth))
                .containsExactly("EXEMPT");
    }

    @Test
    void who_left_while_exempt_is_on_no_list_and_leaves_the_denominator_once() {
        var exemption = decide(secretary, id).then().extract().<String>path("id");
        Scene.execute(
                "update membership set valid_to = ?2 where member_id = ?1",
                member.id(),
                Days.dayOf(Instant.now()).minusDays(1));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Scene.query("select status from registration where id = ?1", String.class, id),
                        found -> found.equals(List.of("LEFT")));
        var list = "/api/v1/exemptions?campaign=" + campaign;
        as(scene.officer)
                .get(list)
                .then()
                .body("items.memberId", contains(retired.id().toString()));
        as(scene.officer)
                .get(list + "&ended=true")
                .then()
                .body("items.memberId", hasItem(member.id().toString()));
        command(scene.officer, exemption, "revocation", "\"0\"", "{\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-registration-status"));
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/roster?organisation=" + cell.id())
                .then()
                .body("roster", is(1))
                .body("exempt", is(1))
                .body("denominator", is(0));
    }

    @Test
    void refusals_of_a_decision() {
        exempt(secretary, id, "2999-01-01", "2999-12-31")
                .then()
                .statusCode(422)
                .body("type", is("/problems/decision-in-the-future"));
        exempt(secretary, id, "2024-03-01", "2024-03-01")
                .then()
                .statusCode(422)
                .body("type", is("/problems/review-before-decision"));
        decide(secretary, registrationOf(retired, campaign))
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-registration-status"));
        as(secretary)
                .body("{\"registrationId\":\"" + id + "\"}")
                .post("/api/v1/exemptions")
                .then()
                .statusCode(400);
        var byRule = Scene.uuids("select id from exemption where campaign_id = ?1", campaign)
                .getFirst()
                .toString();
        command(secretary, byRule, "review", "\"0\"", "{\"reviewOn\":\"2999-01-01\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/exemption-by-rule"));
        command(secretary, byRule, "revocation", "\"0\"", "{\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/exemption-by-rule"));
        command(secretary, byRule, "revocation", "\"9\"", "{\"reason\":\"x\"}")
                .then()
                .statusCode(412);
        command(secretary, byRule, "revocation", null, "{\"reason\":\"x\"}")
                .then()
                .statusCode(428);
    }

    @Test
    void _401_403_404() {
        RestAssured.given().get("/api/v1/exemptions").then().statusCode(401);
        TestTree.give(member.subject(), Role.CELL_SECRETARY, cell);
        decide(member.token(), id).then().statusCode(403).body("type", is("/problems/own-registration"));
        decide(Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, cell)), id)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        var sibling = scene.aSecretaryOf(scene.aCell());
        decide(sibling, id).then().statusCode(404).body("type", is("/problems/registration-not-found"));
        var byRule = Scene.uuids("select id from exemption where campaign_id = ?1", campaign)
                .getFirst();
        as(sibling)
                .get("/api/v1/exemptions/" + byRule)
                .then()
                .statusCode(404)
                .body("type", is("/problems/exemption-not-found"));
        as(secretary).get("/api/v1/exemptions/" + byRule).then().statusCode(200);
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'read-exemption'",
                        byRule))
                .isOne();
    }

    private void numbers(int missing, int exempt) {
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + cell.id())
                .then()
                .body("owes", is(2))
                .body("missing", is(missing))
                .body("exempt", is(exempt));
    }

    private static Response decide(String token, UUID registration) {
        return exempt(token, registration, "2024-03-01", "2999-03-01");
    }

    private static Response exempt(String token, UUID registration, String decidedOn, String reviewOn) {
        return as(token).body("""
            {"registrationId":"%s","ground":"ILLNESS","decisionNumber":"12-QĐ/CB","decidedOn":"%s","reviewOn":"%s"}""".formatted(registration, decidedOn, reviewOn)).post("/api/v1/exemptions");
    }

    private static Response command(String token, String exemption, String what, String etag, String body) {
        var request = as(token);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/exemptions/" + exemption + "/" + what);
    }
}
