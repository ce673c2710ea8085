package vn.tiendo.reporting.timeliness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.progress.ProgressScene;

@QuarkusTest
class ReadTimelinessTest {

    private final ProgressScene scene = new ProgressScene();

    @BeforeEach
    void it_is_may_2024() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 9, 0));
        scene.issued();
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    /// Last days on time: 31 March (done late, done in time), 10 April (open, waived), 31 May (open); 10 April
    /// (missing).
    private void aSpring() {
        scene.tell(Uuid7.next(), 0, scene.ward.id(), "STUDY_SESSION", "2024-03-31T17:00:00Z", received("2024-04-05"));
        scene.tell(
                Uuid7.next(), 0, scene.otherTown.id(), "STUDY_SESSION", "2024-03-31T17:00:00Z", received("2024-03-30"));
        scene.owes(scene.otherWard, "COLLECTIVE_PLAN", "2024-04-10T17:00:00Z");
        scene.tell(
                Uuid7.next(),
                0,
                scene.otherTown.id(),
                "COLLECTIVE_PLAN",
                "2024-04-10T17:00:00Z",
                ",\"waivedAt\":\"2024-04-01T00:00:00Z\"");
        scene.owes(scene.ward, "COLLECTIVE_PLAN", "2024-05-31T17:00:00Z");
        scene.registration(Uuid7.next(), scene.ward, "2024-04-10T17:00:00Z", "");
        scene.awaitCounted(6);
    }

    private static String received(String day) {
        return ",\"receivedAt\":\"%1$sT02:00:00Z\",\"accepted\":true,\"fulfilledAt\":\"%1$sT02:00:00Z\"".formatted(day);
    }

    private Response timeliness(String token, UUID organisation, String more) {
        return given().auth().oauth2(token).get("/api/v1/timeliness?organisation=" + organisation + more);
    }

    private Response late(String token, UUID organisation, String more) {
        return given().auth().oauth2(token).get("/api/v1/timeliness/late?organisation=" + organisation + more);
    }

    @Test
    void a_year_is_told_with_its_children_worst_first() {
        aSpring();
        timeliness(scene.provinceOfficer, scene.province.id(), "")
                .then()
                .statusCode(200)
                .body("from", is("2024-01-01"))
                .body("to", is("2024-12-31"))
                .body("asOf", is("2024-05-02"))
                .body("planId", nullValue())
                .body("assignments.owed", is(4))
                .body("assignments.in", is(2))
                .body("assignments.late", is(1))
                .body("assignments.missing", is(1))
                .body("assignments.completeness", is(0.5f))
                .body("assignments.timeliness", is(0.3333f))
                .body("registrations.owed", is(1))
                .body("registrations.missing", is(1))
                .body("registrations.timeliness", is(0.0f))
                .body("reports.owed", is(0))
                .body("reports.completeness", nullValue())
                .body(
                        "children.items.organisationId",
                        contains(
                                scene.town.id().toString(), scene.otherTown.id().toString()))
                .body("children.items[0].assignments.missing", is(1))
                .body("children.items[1].assignments.timeliness", is(1.0f));
    }

    @Test
    void only_what_was_due_in_the_period_counts() {
        aSpring();
        timeliness(scene.provinceOfficer, scene.province.id(), "&from=2024-03-31&to=2024-03-31")
                .then()
                .body("assignments.owed", is(2))
                .body("assignments.timeliness", is(0.5f))
                .body("registrations.owed", is(0));
        timeliness(scene.provinceOfficer, scene.province.id(), "&from=2024-04-01&to=2024-04-09")
                .then()
                .body("assignments.owed", is(0));
    }

    @Test
    void one_plan_may_be_asked_for() {
        aSpring();
        timeliness(scene.provinceOfficer, scene.province.id(), "&plan=" + scene.plan)
                .then()
                .body("planId", is(scene.plan.toString()))
                .body("assignments.owed", is(4));
        timeliness(scene.provinceOfficer, scene.province.id(), "&plan=" + UUID.randomUUID())
                .then()
                .body("assignments.owed", is(0));
    }

    @Test
    void children_come_in_pages() {
        aSpring();
        var first = timeliness(scene.provinceOfficer, scene.province.id(), "&limit=1");
        timeliness(scene.provinceOfficer, scene.province.id(), "&limit=1&cursor=" + first.path("children.nextCursor"))
                .then()
                .body(
                        "children.items.organisationId",
                        contains(scene.otherTown.id().toString()))
                .body("children.nextCursor", nullValue());
    }

    @Test
    void who_was_late_is_listed_longest_first_page_by_page() {
        aSpring();
        late(scene.provinceOfficer, scene.province.id(), "")
                .then()
                .statusCode(200)
                .body("items.size()", is(2))
                .body(
                        "items.organisationId",
                        contains(
                                scene.ward.id().toString(), scene.otherWard.id().toString()))
                .body("items[0].kind", is("STUDY_SESSION"))
                .body("items[0].planTitle", is("Kế hoạch năm 2024"))
                .body("items[0].dueOn", is("2024-03-31"))
                .body("items[0].receivedOn", is("2024-04-05"))
                .body("items[0].daysLate", is(5))
                .body("items[1].receivedOn", nullValue())
                .body("items[1].daysLate", is(22));
        var first = late(scene.provinceOfficer, scene.province.id(), "&limit=1");
        late(scene.provinceOfficer, scene.province.id(), "&limit=1&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.organisationId", contains(scene.otherWard.id().toString()))
                .body("nextCursor", nullValue());
        late(scene.provinceOfficer, scene.otherTown.id(), "").then().body("items", empty());
        late(scene.provinceOfficer, scene.province.id(), "&from=2024-04-01")
                .then()
                .body("items.organisationId", contains(scene.otherWard.id().toString()));
    }

    @Test
    void a_list_of_the_late_is_not_published_by_itself() {
        problem(late(scene.wardMember, scene.ward.id(), ""), 404, "organisation-not-found");
        problem(late(scene.wardSecretary, scene.town.id(), ""), 404, "organisation-not-found");
        late(scene.wardSecretary, scene.ward.id(), "").then().statusCode(200);
    }

    @Test
    void _404_outside_the_reach() {
        problem(timeliness(scene.townLeader, scene.otherTown.id(), ""), 404, "organisation-not-found");
        problem(timeliness(scene.wardMember, scene.ward.id(), ""), 404, "organisation-not-found");
        problem(timeliness(scene.stranger, scene.ward.id(), ""), 404, "organisation-not-found");
        problem(late(scene.townLeader, scene.province.id(), ""), 404, "organisation-not-found");
        problem(late(scene.townLeader, UUID.randomUUID(), ""), 404, "organisation-not-found");
    }

    @Test
    void _401_without_a_token() {
        problem(timeliness("none", scene.town.id(), ""), 401, "not-signed-in");
        problem(late("none", scene.town.id(), ""), 401, "not-signed-in");
    }

    @Test
    void _422_and_400_for_what_cannot_be_asked() {
        for (var term : List.of(
                "&from=2024-04-10&to=2024-04-09",
                "&from=2019-05-01&to=2024-05-01",
                "&from=9999-01-01",
                "&to=0001-01-01")) {
            problem(timeliness(scene.townLeader, scene.town.id(), term), 422, "wrong-term");
            problem(late(scene.townLeader, scene.town.id(), term), 422, "wrong-term");
        }
        problem(late(scene.townLeader, scene.town.id(), "&cursor=abc"), 400, "invalid-cursor");
        var forged = new vn.tiendo.kit.web.Cursor("no day", UUID.randomUUID()).encode();
        problem(late(scene.townLeader, scene.town.id(), "&cursor=" + forged), 400, "invalid-cursor");
        problem(timeliness(scene.townLeader, scene.town.id(), "&cursor=" + forged), 400, "invalid-cursor");
        problem(given().auth().oauth2(scene.townLeader).get("/api/v1/timeliness"), 400, "malformed-request");
    }

    private static void problem(Response response, int status, String code) {
        response.then().statusCode(status).body("type", is("/problems/" + code));
    }
}
