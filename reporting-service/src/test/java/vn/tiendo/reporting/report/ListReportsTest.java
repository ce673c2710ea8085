package vn.tiendo.reporting.report;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;

@QuarkusTest
class ListReportsTest {

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private Response list(String token, String query) {
        return given().auth().oauth2(token).get("/api/v1/reports" + query);
    }

    @Test
    void the_reporter_the_superior_the_via_body_and_the_recipient_find_it() {
        var id = scene.expectViaTheBoard().toString();
        for (var token : List.of(scene.wardOfficer, scene.wardInspector, scene.townLeader, scene.boardOfficer)) {
            list(token, "").then().statusCode(200).body("items.id", equalTo(List.of(id)));
        }
    }

    @Test
    void a_recipient_far_away_in_the_tree_finds_exactly_what_is_sent_to_it() {
        var elsewhere = TestTree.aRoot();
        scene.tell(0, scene.owed(ReportScene.DUE.toString(), elsewhere.id(), null, ""));
        var id = scene.awaitReport();
        list(ReportScene.token(Role.COMMITTEE_OFFICER, elsewhere), "")
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
        list(ReportScene.token(Role.MEMBER, elsewhere), "").then().body("items.size()", is(0));
    }

    @Test
    void a_sibling_and_a_stranger_find_nothing() {
        var id = scene.expectViaTheBoard();
        list(scene.siblingOfficer, "").then().statusCode(200).body("items.size()", is(0));
        list(scene.stranger, "").then().statusCode(200).body("items.size()", is(0));
        isProblem(scene.read(scene.siblingOfficer, id), 404, "report-not-found");
        isProblem(scene.read(scene.stranger, id), 404, "report-not-found");
    }

    @Test
    void filters_narrow_and_pages_follow_one_another() {
        var first = scene.expectViaTheBoard();
        var second = UUID.randomUUID();
        var state = scene.owed(ReportScene.DUE.toString(), scene.town.id(), null, "")
                .replace(scene.assignment.toString(), second.toString());
        TestEvents.send("plans.assignment.v1", second.toString(), "plans.assignment.opened.v1", 0, state);
        await().untilAsserted(() -> list(scene.wardOfficer, "").then().body("items.size()", is(2)));
        list(scene.wardOfficer, "?plan=" + scene.plan + "&organisation=" + scene.ward.id() + "&status=EXPECTED")
                .then()
                .body("items.size()", is(2))
                .body("items[0].content", nullValue());
        list(scene.wardOfficer, "?plan=" + UUID.randomUUID()).then().body("items.size()", is(0));
        list(scene.wardOfficer, "?status=ACCEPTED").then().body("items.size()", is(0));
        var page = list(scene.wardOfficer, "?limit=1");
        page.then().header("Link", notNullValue()).body("items[0].id", is(first.toString()));
        list(scene.wardOfficer, "?limit=1&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.size()", is(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void what_has_changed_since_is_asked_for() {
        var id = scene.expectViaTheBoard();
        var since = "?updatedSince="
                + Days.startOf(ReportScene.MORNING.toLocalDate().plusDays(1));
        list(scene.wardOfficer, since).then().statusCode(200).body("items.size()", is(0));
        TestClock.setTo(ReportScene.MORNING.plusDays(1));
        scene.write(scene.wardOfficer, id, "{\"results\":\"x\"}").then().statusCode(200);
        list(scene.wardOfficer, since)
                .then()
                .body("items.id", equalTo(List.of(id.toString())))
                .body("items[0].updatedAt", startsWith("2024-05-03T02:00:"));
        TestClock.setTo(ReportScene.MORNING.plusDays(2));
        scene.tell(1, scene.owed("2024-05-19T17:00:00Z", scene.town.id(), scene.board.id(), ""));
        scene.awaitEvent(id, "changed");
        list(scene.townOfficer, "?updatedSince=2024-05-04T00:00:00Z")
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
        isProblem(list(scene.wardOfficer, "?updatedSince=yesterday"), 400, "malformed-request");
    }

    @Test
    void _400_for_filters_that_cannot_be_read() {
        isProblem(list(scene.wardOfficer, "?plan=abc"), 400, "malformed-request");
        isProblem(list(scene.wardOfficer, "?status=LOST"), 400, "malformed-request");
        isProblem(list(scene.wardOfficer, "?cursor=abc"), 400, "invalid-cursor");
    }

    @Test
    void the_entity_tag_of_a_read_lets_a_change_through() {
        var id = scene.expectViaTheBoard();
        var tag = scene.read(scene.wardOfficer, id).header("ETag");
        scene.write(scene.wardOfficer, id, tag, "{\"results\":\"x\"}").then().statusCode(200);
    }

    @Test
    void _401_without_a_token() {
        isProblem(list("none", ""), 401, "not-signed-in");
    }
}
