package vn.tiendo.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;

@QuarkusTest
class SubmitReportTest {

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
    void a_report_with_results_is_handed_in_at_the_moment_of_its_receipt() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"done\"}").then().statusCode(200);
        scene.post(scene.wardOfficer, id, "submission")
                .then()
                .statusCode(200)
                .body("status", is("SUBMITTED"))
                .body("late", is(false))
                .body("submittedAt", startsWith("2024-05-02T02:0"));
        var event = new String(scene.awaitEvent(id, "submitted").value(), StandardCharsets.UTF_8);
        assertThat(event).contains("\"status\":\"SUBMITTED\"", "\"late\":false").doesNotContain("done");
    }

    @Test
    void the_last_moment_of_the_last_day_is_on_time_and_the_next_is_late_for_ever() {
        var id = scene.expectViaTheBoard();
        TestClock.setTo(LocalDateTime.of(2024, 5, 5, 0, 0, 1));
        scene.read(scene.wardOfficer, id).then().body("late", is(true));
        scene.aSubmittedReport(id);
        scene.read(scene.wardOfficer, id).then().body("late", is(true));
        TestClock.setTo(LocalDateTime.of(2024, 6, 1, 0, 0));
        scene.read(scene.wardOfficer, id).then().body("late", is(true));
    }

    @Test
    void the_same_key_submits_once() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"done\"}").then().statusCode(200);
        var seen = scene.etag(id);
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(scene.wardOfficer)
                    .header("If-Match", seen)
                    .header("Idempotency-Key", key)
                    .post("/api/v1/reports/" + id + "/submission")
                    .then()
                    .statusCode(200)
                    .body("status", is("SUBMITTED"));
        }
    }

    @Test
    void every_step_leaves_an_audit_record() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        assertThat(Rows.ask("select action from audit_record where subject_id = ? order by id", id))
                .containsExactly("write-report", "submit-report");
    }

    @Test
    void _422_without_results() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.post(scene.wardOfficer, id, "submission"), 422, "report-incomplete");
        scene.write(scene.wardOfficer, id, "{\"results\":\"  \",\"lessons\":\"x\"}")
                .then()
                .statusCode(200);
        isProblem(scene.post(scene.wardOfficer, id, "submission"), 422, "report-incomplete");
    }

    @Test
    void _409_when_it_is_in_already() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        isProblem(scene.post(scene.wardOfficer, id, "submission"), 409, "wrong-report-status");
    }

    @Test
    void _428_and_412() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.post(scene.wardOfficer, id, "submission", null, null), 428, "version-required");
        isProblem(scene.post(scene.wardOfficer, id, "submission", "\"99\"", null), 412, "stale-version");
    }

    @Test
    void _403_for_the_via_body_and_404_for_the_sibling() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.post(scene.boardOfficer, id, "submission"), 403, "role-required");
        isProblem(scene.post(scene.siblingOfficer, id, "submission"), 404, "report-not-found");
        isProblem(scene.post(scene.stranger, id, "submission"), 404, "report-not-found");
    }
}
