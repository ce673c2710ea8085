package vn.tiendo.reporting.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

@QuarkusTest
class ReadProgressTest {

    private static final String PAST = "2024-04-30T17:00:00Z";
    private static final String FUTURE = "2024-05-31T17:00:00Z";

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

    @Test
    void assignments_stand_by_kind_for_the_organisation_and_everything_below() {
        scene.owes(scene.ward, "COLLECTIVE_PLAN", PAST);
        scene.owes(scene.otherWard, "COLLECTIVE_PLAN", FUTURE);
        scene.owes(scene.town, "STUDY_SESSION", null);
        scene.tell(Uuid7.next(), 0, scene.ward.id(), "STUDY_SESSION", PAST, done("2024-04-01T00:00:00Z"));
        scene.tell(Uuid7.next(), 0, scene.ward.id(), "STUDY_SESSION", PAST, done("2024-05-01T00:00:00Z"));
        scene.tell(
                Uuid7.next(),
                0,
                scene.otherWard.id(),
                "STUDY_SESSION",
                PAST,
                ",\"receivedAt\":\"2024-04-01T00:00:00Z\"");
        scene.tell(
                Uuid7.next(), 0, scene.otherWard.id(), "STUDY_SESSION", PAST, ",\"waivedAt\":\"2024-04-01T00:00:00Z\"");
        scene.awaitCounted(7);
        scene.read(scene.townLeader, scene.town)
                .then()
                .statusCode(200)
                .body("planTitle", is("Kế hoạch năm 2024"))
                .body("asOf", is("2024-05-02"))
                .body("assignments.total", is(7))
                .body("assignments.awaited", is(1))
                .body("assignments.overdue", is(1))
                .body("assignments.undated", is(1))
                .body("assignments.done", is(1))
                .body("assignments.doneLate", is(1))
                .body("assignments.submitted", is(1))
                .body("assignments.waived", is(1))
                .body("assignments.completeness", is(0.5f))
                .body("assignments.timeliness", is(0.5f))
                .body("assignmentsByKind.size()", is(2))
                .body("assignmentsByKind[0].kind", is("COLLECTIVE_PLAN"))
                .body("assignmentsByKind[0].assignments.overdue", is(1))
                .body("children.items.size()", is(2))
                .body("children.items[0].organisationId", is(scene.ward.id().toString()))
                .body("children.items[0].assignments.overdue", is(1))
                .body("children.items[1].assignments.total", is(3));
    }

    @Test
    void a_day_that_passes_makes_what_is_open_overdue() {
        scene.owes(scene.ward, "COLLECTIVE_PLAN", FUTURE);
        scene.awaitCounted(1);
        TestClock.setTo(LocalDateTime.of(2024, 5, 31, 23, 0));
        scene.read(scene.townLeader, scene.town).then().body("assignments.awaited", is(1));
        TestClock.setTo(LocalDateTime.of(2024, 6, 1, 0, 0, 5));
        scene.read(scene.townLeader, scene.town).then().body("assignments.overdue", is(1));
    }

    @Test
    void a_coming_day_may_be_asked_for() {
        scene.owes(scene.ward, "COLLECTIVE_PLAN", FUTURE);
        scene.awaitCounted(1);
        scene.read(scene.townLeader, scene.town.id(), "&asOf=2024-06-01")
                .then()
                .statusCode(200)
                .body("asOf", is("2024-06-01"))
                .body("assignments.overdue", is(1));
    }

    @Test
    void registrations_add_up_and_are_missing_once_the_last_day_is_over() {
        var campaign = Uuid7.next();
        scene.registration(campaign, scene.ward, FUTURE, "");
        scene.registration(campaign, scene.ward, FUTURE, "");
        scene.registration(campaign, scene.ward, FUTURE, ",\"exemptedAt\":\"2024-02-02T02:00:00Z\"");
        scene.registration(campaign, scene.ward, FUTURE, submitted("2024-04-01"));
        scene.registration(
                campaign, scene.ward, FUTURE, submitted("2024-04-02") + ",\"returnedAt\":\"2024-04-03T02:00:00Z\"");
        scene.registration(
                campaign, scene.ward, PAST, submitted("2024-05-01") + ",\"acceptedAt\":\"2024-05-01T09:00:00Z\"");
        scene.registration(
                campaign,
                scene.otherTown,
                FUTURE,
                submitted("2024-04-01") + ",\"acceptedAt\":\"2024-04-05T02:00:00Z\"");
        scene.awaitCounted(7);
        scene.read(scene.provinceOfficer, scene.province)
                .then()
                .body("registrations.owes", is(7))
                .body("registrations.accepted", is(2))
                .body("registrations.submitted", is(1))
                .body("registrations.exempt", is(1))
                .body("registrations.returned", is(1))
                .body("registrations.late", is(1))
                .body("registrations.missing", is(0))
                .body("registrations.completeness", is(0.5f))
                .body("registrations.timeliness", is(0.6667f));
        TestClock.setTo(LocalDateTime.of(2024, 6, 1, 8, 0));
        scene.read(scene.provinceOfficer, scene.province)
                .then()
                .body("registrations.missing", is(2))
                .body("registrations.timeliness", is(0.4f))
                .body("children.items[0].organisationId", is(scene.town.id().toString()))
                .body("children.items[0].registrations.missing", is(2));
    }

    private static String submitted(String day) {
        return ",\"receivedAt\":\"%1$sT02:00:00Z\",\"countedAt\":\"%1$sT02:00:00Z\"".formatted(day);
    }

    @Test
    void a_newer_state_replaces_an_older_one_within_two_seconds() {
        var id = scene.owes(scene.ward, "COLLECTIVE_PLAN", FUTURE);
        scene.awaitCounted(1);
        scene.tell(id, 1, scene.ward.id(), "COLLECTIVE_PLAN", FUTURE, done("2024-05-01T00:00:00Z"));
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> scene.read(scene.provinceOfficer, scene.province)
                        .then()
                        .body("assignments.done", is(1))
                        .body("assignments.total", is(1)));
    }

    @Test
    void a_report_of_an_assignment_is_counted_from_this_services_own_topic() {
        scene.owes(scene.ward, "RESULT_REPORT", PAST);
        scene.awaitCounted(2);
        scene.read(scene.townLeader, scene.ward)
                .then()
                .body("reports.expected", is(1))
                .body("reports.submitted", is(0))
                .body("reports.due", is(1))
                .body("reports.missing", is(1))
                .body("reports.late", is(1));
    }

    @Test
    void pages_of_children_follow_one_another_worst_first() {
        scene.owes(scene.otherTown, "COLLECTIVE_PLAN", PAST);
        scene.awaitCounted(1);
        var first = scene.read(scene.provinceOfficer, scene.province.id(), "&limit=1");
        first.then()
                .body(
                        "children.items[0].organisationId",
                        is(scene.otherTown.id().toString()));
        scene.read(scene.provinceOfficer, scene.province.id(), "&limit=1&cursor=" + first.path("children.nextCursor"))
                .then()
                .statusCode(200)
                .body("children.items.size()", is(1))
                .body("children.items[0].organisationId", is(scene.town.id().toString()))
                .body("children.nextCursor", nullValue());
    }

    @Test
    void an_organisation_that_moves_takes_its_counts_along() {
        var id = Uuid7.next();
        organisation(
                id, 0, scene.town.id(), scene.town.path() + "mv" + id.toString().substring(24) + "/");
        scene.tell(Uuid7.next(), 0, id, "COLLECTIVE_PLAN", PAST, "");
        scene.awaitCounted(1);
        organisation(
                id,
                1,
                scene.otherTown.id(),
                scene.otherTown.path() + "mv" + id.toString().substring(24) + "/");
        await().untilAsserted(() ->
                scene.read(scene.provinceOfficer, scene.otherTown).then().body("assignments.overdue", is(1)));
        scene.read(scene.provinceOfficer, scene.town).then().body("assignments.total", is(0));
        scene.read(scene.provinceOfficer, scene.province).then().body("assignments.total", is(1));
    }

    @Test
    void what_comes_before_its_organisation_is_parked_and_counted_when_that_arrives() {
        var id = Uuid7.next();
        var assignment = Uuid7.next();
        scene.tell(assignment, 0, id, "COLLECTIVE_PLAN", PAST, "");
        await().until(
                        () -> Rows.ask("select path from progress_part where id = ?", assignment),
                        found -> found.equals(List.of("null")));
        organisation(
                id, 0, scene.town.id(), scene.town.path() + "pk" + id.toString().substring(24) + "/");
        scene.awaitCounted(1);
    }

    @Test
    void a_parked_part_is_found_even_when_nobody_tells_of_its_organisation_again() {
        var assignment = scene.owes(scene.ward, "COLLECTIVE_PLAN", PAST);
        scene.awaitCounted(1);
        Rows.ask("update progress_part set path = null where id = ?", assignment);
        Rows.ask("delete from progress_count where plan_id = ?", scene.plan);
        scene.awaitCounted(1);
    }

    @Test
    void _404_outside_the_reach_for_members_and_strangers() {
        isProblem(scene.read(scene.townLeader, scene.otherTown), 404, "organisation-not-found");
        isProblem(scene.read(scene.wardSecretary, scene.town), 404, "organisation-not-found");
        isProblem(scene.read(scene.wardMember, scene.ward), 404, "organisation-not-found");
        isProblem(scene.read(scene.stranger, scene.ward), 404, "organisation-not-found");
        isProblem(scene.read(scene.townLeader, UUID.randomUUID(), ""), 404, "organisation-not-found");
    }

    @Test
    void inspectors_auditors_and_cell_secretaries_may_read() {
        for (var role : List.of(Role.INSPECTOR, Role.AUDITOR, Role.CELL_SECRETARY)) {
            scene.read(ProgressScene.token(role, scene.town), scene.ward).then().statusCode(200);
        }
    }

    @Test
    void _404_for_a_plan_that_is_unknown_or_not_issued() {
        var unknown = new ProgressScene();
        isProblem(unknown.read(unknown.townLeader, unknown.town), 404, "plan-not-found");
        unknown.plan(false);
        await().until(() -> Rows.ask("select 1 from known_plan where id = ?", unknown.plan), rows -> !rows.isEmpty());
        isProblem(unknown.read(unknown.townLeader, unknown.town), 404, "plan-not-found");
    }

    @Test
    void _400_for_what_cannot_be_read() {
        isProblem(scene.read(scene.townLeader, scene.town.id(), "&asOf=2024-02-31"), 400, "malformed-request");
        isProblem(scene.read(scene.townLeader, scene.town.id(), "&asOf=1492-10-12"), 422, "wrong-period");
        isProblem(scene.read(scene.townLeader, scene.town.id(), "&asOf=9999-12-31"), 422, "wrong-period");
        isProblem(scene.read(scene.townLeader, scene.town.id(), "&cursor=abc"), 400, "invalid-cursor");
        isProblem(scene.read(scene.townLeader, scene.town.id(), "&limit=0"), 400, "malformed-request");
        isProblem(
                given().auth().oauth2(scene.townLeader).get("/api/v1/progress?plan=" + scene.plan),
                400,
                "malformed-request");
        isProblem(
                given().auth().oauth2(scene.townLeader).get("/api/v1/progress?plan=x&organisation=y"),
                400,
                "malformed-request");
    }

    @Test
    void _401_without_a_token() {
        isProblem(scene.read("none", scene.town), 401, "not-signed-in");
    }

    private static String done(String receivedAt) {
        return ",\"accepted\":true,\"receivedAt\":\"" + receivedAt + "\",\"fulfilledAt\":\"2024-05-01T09:00:00Z\"";
    }

    private static void organisation(UUID id, long sequence, UUID parent, String path) {
        TestEvents.send(
                "plans.organisation.v1", id.toString(), "plans.organisation.changed.v1", sequence, """
                {"id":"%s","code":"C%s","name":"Chi bộ","kind":"CELL","parentId":"%s","path":"%s",
                 "validFrom":"2020-01-01"}""".formatted(
                                id, id, parent, path));
    }

    private static void isProblem(Response response, int status, String code) {
        response.then().statusCode(status).body("type", is("/problems/" + code));
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void what_was_settled_before_a_move_stays_with_the_former_superior_and_what_is_open_goes_along() {
        var scene = new ProgressScene().issued();
        var done = Uuid7.next();
        scene.tell(
                done,
                0,
                scene.ward.id(),
                "COLLECTIVE_PLAN",
                "2024-04-10T17:00:00Z",
                ",\"receivedAt\":\"2024-04-01T02:00:00Z\",\"accepted\":true,\"fulfilledAt\":\"2024-04-02T02:00:00Z\"");
        scene.owes(scene.ward, "RESULT_REPORT", null);
        await().until(() -> Rows.ask("select 1 from progress_part where plan_id = ? and path is not null", scene.plan)
                        .size()
                >= 2);
        scene.move(scene.ward, scene.town, scene.otherTown, "2024-04-30", "2024-05-01");
        await().untilAsserted(() -> scene.read(scene.provinceOfficer, scene.otherTown)
                .then()
                .statusCode(200)
                .body("assignments.undated", is(1)));
        scene.read(scene.provinceOfficer, scene.otherTown).then().body("assignments.done", is(0));
        scene.read(scene.provinceOfficer, scene.town)
                .then()
                .body("assignments.done", is(1))
                .body("assignments.undated", is(0));
        scene.read(scene.provinceOfficer, scene.ward)
                .then()
                .body("assignments.done", is(1))
                .body("assignments.undated", is(1));
        scene.read(scene.provinceOfficer, scene.province).then().body("assignments.done", is(1));
    }
}
