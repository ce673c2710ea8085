package vn.tiendo.reporting.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.time.Uuid7;

@QuarkusTest
class ReadDueDaysTest {

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

    private Response dueDays(String token, UUID organisation, String more) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/progress/due-days?plan=" + scene.plan + "&organisation=" + organisation + more);
    }

    private static Response choices(String token) {
        return given().auth().oauth2(token).get("/api/v1/progress/choices");
    }

    @Test
    void what_is_due_stands_by_day_and_kind() {
        scene.owes(scene.ward, "COLLECTIVE_PLAN", "2024-05-10T17:00:00Z");
        scene.owes(scene.otherWard, "COLLECTIVE_PLAN", "2024-05-10T17:00:00Z");
        scene.owes(scene.otherTown, "STUDY_SESSION", "2024-05-10T17:00:00Z");
        scene.owes(scene.otherTown, "STUDY_SESSION", "2024-06-01T17:00:00Z");
        scene.tell(
                Uuid7.next(),
                0,
                scene.ward.id(),
                "STUDY_SESSION",
                "2024-05-01T17:00:00Z",
                ",\"receivedAt\":\"2024-05-02T01:00:00Z\"");
        scene.tell(
                Uuid7.next(),
                0,
                scene.ward.id(),
                "STUDY_SESSION",
                "2024-05-01T17:00:00Z",
                ",\"waivedAt\":\"2024-02-02T01:00:00Z\"");
        scene.awaitCounted(6);
        dueDays(scene.provinceOfficer, scene.province.id(), "")
                .then()
                .statusCode(200)
                .body("from", is("2024-05-01"))
                .body("to", is("2024-05-31"))
                .body("today", is("2024-05-02"))
                .body("days.day", contains("2024-05-01", "2024-05-10", "2024-05-10"))
                .body("days.kind", contains("STUDY_SESSION", "COLLECTIVE_PLAN", "STUDY_SESSION"))
                .body("days.owed", contains(1, 2, 1))
                .body("days.open", contains(0, 2, 1))
                .body("days.late", contains(1, 0, 0));
        dueDays(scene.townLeader, scene.town.id(), "&from=2024-05-10&to=2024-06-30")
                .then()
                .body("days.owed", contains(2));
    }

    @Test
    void due_days_are_for_those_who_may_see_the_progress() {
        dueDays(scene.townLeader, scene.otherTown.id(), "").then().statusCode(404);
        dueDays(scene.wardMember, scene.ward.id(), "")
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        dueDays("none", scene.ward.id(), "").then().statusCode(401);
        dueDays(scene.townLeader, scene.town.id(), "&from=2024-05-02&to=2024-05-01")
                .then()
                .statusCode(422)
                .body("type", is("/problems/wrong-period"));
        var unknown = new ProgressScene();
        given().auth()
                .oauth2(unknown.townLeader)
                .get("/api/v1/progress/due-days?plan=" + unknown.plan + "&organisation=" + unknown.town.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/plan-not-found"));
    }

    @Test
    void a_reader_begins_at_the_own_organisation_with_the_plans_counted_there() {
        choices(scene.townLeader)
                .then()
                .statusCode(200)
                .body("organisations.organisationId", contains(scene.town.id().toString()))
                .body("plans", empty());
        scene.owes(scene.ward, "COLLECTIVE_PLAN", null);
        scene.awaitCounted(1);
        choices(scene.townLeader)
                .then()
                .body("organisations.name", contains(scene.town.name()))
                .body("plans.planId", contains(scene.plan.toString()))
                .body("plans.year", contains(2024))
                .body("today", is("2024-05-02"));
    }

    @Test
    void members_and_strangers_have_nothing_to_choose() {
        choices(scene.wardMember)
                .then()
                .statusCode(200)
                .body("organisations", empty())
                .body("plans", empty());
        choices(scene.stranger).then().statusCode(200).body("organisations", empty());
        choices("none").then().statusCode(401);
    }
}
