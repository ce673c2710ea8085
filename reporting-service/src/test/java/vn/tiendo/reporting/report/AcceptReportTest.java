package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class AcceptReportTest {

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
    void the_recipient_accepts_what_was_forwarded() {
        var id = scene.aForwardedReport();
        scene.post(scene.townOfficer, id, "acceptance")
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("acceptedAt", notNullValue());
        var event = new String(scene.awaitEvent(id, "accepted").value(), StandardCharsets.UTF_8);
        assertThat(event)
                .contains(
                        "\"assignmentId\":\"" + scene.assignment + "\"",
                        "\"status\":\"ACCEPTED\"",
                        "\"submittedAt\":",
                        "\"acceptedAt\":");
    }

    @Test
    void without_a_via_body_the_parent_accepts_what_was_submitted() {
        var id = scene.aSubmittedReport(scene.expectDirect());
        scene.read(scene.townOfficer, id)
                .then()
                .body("recipientOrganisationId", is(scene.town.id().toString()));
        scene.post(scene.townOfficer, id, "acceptance").then().statusCode(200).body("status", is("ACCEPTED"));
    }

    @Test
    void _403_for_whoever_handed_it_in() {
        var both = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, scene.town));
        var id = scene.expectDirect();
        scene.write(both, id, "{\"results\":\"x\"}").then().statusCode(200);
        scene.post(both, id, "submission").then().statusCode(200);
        isProblem(scene.post(both, id, "acceptance"), 403, "own-report");
        scene.post(scene.townLeader, id, "acceptance").then().statusCode(200);
    }

    @Test
    void _403_for_the_via_body_and_the_reporter() {
        var id = scene.aForwardedReport();
        isProblem(scene.post(scene.boardOfficer, id, "acceptance"), 403, "not-the-recipient");
        isProblem(scene.post(scene.wardOfficer, id, "acceptance"), 403, "not-the-recipient");
        isProblem(
                scene.post(ReportScene.token(Role.INSPECTOR, scene.town), id, "acceptance"), 403, "not-the-recipient");
    }

    @Test
    void _404_for_a_sibling_and_a_stranger() {
        var id = scene.aForwardedReport();
        isProblem(scene.post(scene.siblingOfficer, id, "acceptance"), 404, "report-not-found");
        isProblem(scene.post(scene.stranger, id, "acceptance"), 404, "report-not-found");
    }

    @Test
    void _409_before_it_is_forwarded_and_after_it_is_accepted() {
        var id = scene.aReceivedReport();
        isProblem(scene.post(scene.townOfficer, id, "acceptance"), 409, "wrong-report-status");
        scene.post(scene.boardOfficer, id, "forwarding").then().statusCode(200);
        scene.post(scene.townOfficer, id, "acceptance").then().statusCode(200);
        isProblem(scene.post(scene.townOfficer, id, "acceptance"), 409, "wrong-report-status");
    }

    @Test
    void _428_and_412() {
        var id = scene.aForwardedReport();
        isProblem(scene.post(scene.townOfficer, id, "acceptance", null, null), 428, "version-required");
        isProblem(scene.post(scene.townOfficer, id, "acceptance", "\"0\"", null), 412, "stale-version");
    }
}
