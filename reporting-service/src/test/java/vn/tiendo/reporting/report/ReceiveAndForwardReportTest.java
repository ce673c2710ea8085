package vn.tiendo.reporting.report;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;

@QuarkusTest
class ReceiveAndForwardReportTest {

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void the_via_body_receives_and_forwards() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        scene.post(scene.boardOfficer, id, "receipt")
                .then()
                .statusCode(200)
                .body("status", is("RECEIVED"))
                .body("receivedAt", notNullValue());
        scene.awaitEvent(id, "received");
        scene.post(scene.boardOfficer, id, "forwarding")
                .then()
                .statusCode(200)
                .body("status", is("FORWARDED"))
                .body("forwardedAt", notNullValue());
        scene.awaitEvent(id, "forwarded");
    }

    @Test
    void the_via_body_reads_the_text_only_once_it_is_in() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"not yet\"}").then().statusCode(200);
        scene.read(scene.boardOfficer, id).then().statusCode(200).body("content", nullValue());
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200);
        scene.read(scene.boardOfficer, id).then().body("content.results", is("not yet"));
    }

    @Test
    void _403_for_everybody_who_is_not_the_via_body() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        isProblem(scene.post(scene.townLeader, id, "receipt"), 403, "not-the-via-body");
        isProblem(scene.post(scene.wardOfficer, id, "receipt"), 403, "not-the-via-body");
        isProblem(scene.post(scene.townLeader, id, "forwarding"), 403, "not-the-via-body");
        isProblem(scene.post(ReportScene.token(Role.AUDITOR, scene.board), id, "receipt"), 403, "not-the-via-body");
    }

    @Test
    void _404_for_a_sibling_and_a_stranger() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        isProblem(scene.post(scene.siblingOfficer, id, "receipt"), 404, "report-not-found");
        isProblem(scene.post(scene.stranger, id, "forwarding"), 404, "report-not-found");
    }

    @Test
    void _409_in_the_wrong_order() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.post(scene.boardOfficer, id, "receipt"), 409, "wrong-report-status");
        scene.aSubmittedReport(id);
        isProblem(scene.post(scene.boardOfficer, id, "forwarding"), 409, "wrong-report-status");
    }

    @Test
    void _409_when_the_report_goes_straight_to_its_recipient() {
        var id = scene.aSubmittedReport(scene.expectDirect());
        isProblem(scene.post(scene.townOfficer, id, "receipt"), 409, "no-via-body");
        isProblem(scene.post(scene.townOfficer, id, "forwarding"), 409, "no-via-body");
    }

    @Test
    void _428_and_412() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        isProblem(scene.post(scene.boardOfficer, id, "receipt", null, null), 428, "version-required");
        isProblem(scene.post(scene.boardOfficer, id, "receipt", "\"0\"", null), 412, "stale-version");
        scene.post(scene.boardOfficer, id, "receipt").then().statusCode(200);
        isProblem(scene.post(scene.boardOfficer, id, "forwarding", null, null), 428, "version-required");
        isProblem(scene.post(scene.boardOfficer, id, "forwarding", "\"0\"", null), 412, "stale-version");
    }
}
