package vn.tiendo.reporting.progress;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.time.Uuid7;

@QuarkusTest
class ReadPastProgressTest {

    private static final String APRIL_10 = "2024-04-10T17:00:00Z";

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

    private Response on(String day) {
        return scene.read(scene.provinceOfficer, scene.province.id(), "&asOf=" + day);
    }

    @Test
    void a_past_day_shows_what_was_known_to_have_happened_by_its_end() {
        scene.tell(
                Uuid7.next(),
                0,
                scene.ward.id(),
                "STUDY_SESSION",
                APRIL_10,
                ",\"receivedAt\":\"2024-04-15T02:00:00Z\",\"accepted\":true,\"fulfilledAt\":\"2024-04-20T02:00:00Z\"");
        scene.owes(scene.otherTown, "COLLECTIVE_PLAN", null);
        scene.awaitCounted(2);
        on("2024-01-14").then().statusCode(200).body("assignments.total", is(0)).body("assignmentsByKind", empty());
        on("2024-01-15").then().body("assignments.awaited", is(1)).body("assignments.undated", is(1));
        on("2024-04-10").then().body("assignments.awaited", is(1)).body("assignments.overdue", is(0));
        on("2024-04-14")
                .then()
                .body("asOf", is("2024-04-14"))
                .body("assignments.overdue", is(1))
                .body("assignmentsByKind.kind", contains("COLLECTIVE_PLAN", "STUDY_SESSION"))
                .body("assignmentsByKind[1].assignments.overdue", is(1))
                .body("children.items[0].organisationId", is(scene.town.id().toString()))
                .body("children.items[0].assignments.overdue", is(1))
                .body("children.items[1].assignments.undated", is(1));
        on("2024-04-19").then().body("assignments.submitted", is(1));
        on("2024-04-20").then().body("assignments.doneLate", is(1)).body("assignments.timeliness", is(0.0f));
    }

    @Test
    void today_by_the_counts_of_days_is_today_by_the_counts_of_now() {
        scene.owes(scene.ward, "COLLECTIVE_PLAN", APRIL_10);
        scene.owes(scene.ward, "RESULT_REPORT", APRIL_10);
        scene.registration(Uuid7.next(), scene.ward, APRIL_10, ",\"exemptedAt\":\"2024-02-02T02:00:00Z\"");
        scene.registration(Uuid7.next(), scene.otherWard, APRIL_10, "");
        scene.awaitCounted(5);
        var now = scene.read(scene.provinceOfficer, scene.province);
        TestClock.setTo(LocalDateTime.of(2024, 5, 3, 9, 0));
        var then = on("2024-05-02");
        for (var part : List.of("assignments", "assignmentsByKind", "registrations", "children.items.assignments")) {
            then.then().body(part, is((Object) now.path(part)));
        }
        then.then().body("registrations.missing", is(1)).body("registrations.exempt", is(1));
    }

    @Test
    void a_past_day_is_told_along_the_tree_of_that_day() {
        scene.owes(scene.ward, "COLLECTIVE_PLAN", APRIL_10);
        scene.awaitCounted(1);
        scene.move(scene.ward, scene.town, scene.otherTown, "2024-04-20", "2024-04-21");
        Awaitility.await()
                .untilAsserted(() -> scene.read(scene.provinceOfficer, scene.otherTown)
                        .then()
                        .body("assignments.overdue", is(1)));
        scene.read(scene.provinceOfficer, scene.town.id(), "&asOf=2024-04-20")
                .then()
                .body("assignments.overdue", is(1))
                .body("children.items.organisationId", hasItem(scene.ward.id().toString()));
        scene.read(scene.provinceOfficer, scene.otherTown.id(), "&asOf=2024-04-20")
                .then()
                .body("assignments.total", is(0))
                .body("children.items", empty());
        scene.read(scene.provinceOfficer, scene.town.id(), "&asOf=2024-04-21")
                .then()
                .body("assignments.total", is(0))
                .body(
                        "children.items.organisationId",
                        not(hasItem(scene.ward.id().toString())));
        scene.read(scene.provinceOfficer, scene.otherTown.id(), "&asOf=2024-04-21")
                .then()
                .body("assignments.overdue", is(1))
                .body("children.items.organisationId", contains(scene.ward.id().toString()));
        on("2024-04-21").then().body("assignments.overdue", is(1));
    }

    @Test
    void pages_of_a_past_day_follow_one_another_worst_first() {
        scene.owes(scene.otherTown, "COLLECTIVE_PLAN", APRIL_10);
        scene.awaitCounted(1);
        var first = scene.read(scene.provinceOfficer, scene.province.id(), "&asOf=2024-04-30&limit=1");
        first.then()
                .body(
                        "children.items.organisationId",
                        contains(scene.otherTown.id().toString()));
        scene.read(
                        scene.provinceOfficer,
                        scene.province.id(),
                        "&asOf=2024-04-30&limit=1&cursor=" + first.path("children.nextCursor"))
                .then()
                .body("children.items.organisationId", contains(scene.town.id().toString()))
                .body("children.nextCursor", nullValue());
    }

    @Test
    void a_trend_goes_from_day_to_day_and_on_into_days_to_come() {
        scene.tell(
                Uuid7.next(),
                0,
                scene.ward.id(),
                "STUDY_SESSION",
                APRIL_10,
                ",\"receivedAt\":\"2024-04-12T02:00:00Z\"");
        scene.owes(scene.otherTown, "COLLECTIVE_PLAN", "2024-05-03T17:00:00Z");
        scene.registration(Uuid7.next(), scene.ward, "2024-05-03T17:00:00Z", "");
        scene.awaitCounted(3);
        var trend = scene.trend(scene.provinceOfficer, scene.province.id(), "&from=2024-04-09&to=2024-05-05");
        trend.then()
                .statusCode(200)
                .body("planTitle", is("Kế hoạch năm 2024"))
                .body("days.size()", is(27))
                .body("days[0].day", is("2024-04-09"))
                .body("days[0].assignments.awaited", is(2))
                .body("days[2].assignments.overdue", is(1))
                .body("days[3].assignments.submitted", is(1))
                .body("days[24].assignments.awaited", is(1))
                .body("days[24].registrations.missing", is(0))
                .body("days[25].assignments.overdue", is(1))
                .body("days[25].registrations.missing", is(1))
                .body("days[26].day", is("2024-05-05"));
        for (int i : List.of(0, 2, 3, 20)) {
            var day = trend.<String>path("days[" + i + "].day");
            on(day).then().body("assignments", is((Object) trend.path("days[" + i + "].assignments")));
        }
    }

    @Test
    void a_trend_of_which_no_days_are_named_is_that_of_the_last_thirty_days() {
        scene.trend(scene.provinceOfficer, scene.province.id(), "")
                .then()
                .body("from", is("2024-04-02"))
                .body("to", is("2024-05-02"))
                .body("days.size()", is(31));
    }

    @Test
    void _422_for_a_period_upside_down_or_too_long() {
        for (var period : List.of(
                "&from=2024-04-10&to=2024-04-09",
                "&from=2023-04-01&to=2024-04-02",
                "&from=0001-01-01",
                "&to=9999-12-31")) {
            scene.trend(scene.provinceOfficer, scene.province.id(), period)
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/wrong-period"));
        }
        scene.trend(scene.provinceOfficer, scene.province.id(), "&from=2023-04-02&to=2024-04-02")
                .then()
                .statusCode(200);
    }

    @Test
    void a_trend_is_for_those_who_may_see_the_progress() {
        scene.trend(scene.townLeader, scene.otherTown.id(), "")
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        scene.trend(scene.wardMember, scene.ward.id(), "").then().statusCode(404);
        scene.trend("none", scene.ward.id(), "").then().statusCode(401);
        var unknown = new ProgressScene();
        unknown.trend(unknown.townLeader, unknown.town.id(), "")
                .then()
                .statusCode(404)
                .body("type", is("/problems/plan-not-found"));
    }
}
