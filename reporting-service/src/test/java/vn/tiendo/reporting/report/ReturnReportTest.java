package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.time.Days;
import vn.tiendo.reporting.Rows;

@QuarkusTest
class ReturnReportTest {

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
    void the_recipient_returns_with_a_reason_and_five_working_days() {
        var id = scene.aForwardedReport();
        scene.sendBack(scene.townOfficer, id, "figures are missing")
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"))
                .body("returnReason", is("figures are missing"))
                .body("returnedUntil", is("2024-05-09T17:00:00Z"));
        var event = new String(scene.awaitEvent(id, "returned").value(), StandardCharsets.UTF_8);
        assertThat(event).contains("\"returnedUntil\":\"2024-05-09T17:00:00Z\"").doesNotContain("figures are missing");
    }

    @Test
    void the_via_body_returns_before_it_forwards() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        scene.sendBack(scene.boardOfficer, id, "no").then().statusCode(200).body("status", is("RETURNED"));
    }

    @Test
    void handed_in_again_by_the_new_day_it_stays_on_time_and_keeps_both_editions() {
        var id = scene.aForwardedReport();
        scene.sendBack(scene.townOfficer, id, "no").then().statusCode(200);
        TestClock.setTo(LocalDateTime.of(2024, 5, 9, 23, 0));
        scene.read(scene.wardOfficer, id).then().body("late", is(false));
        scene.write(scene.wardOfficer, id, "{\"results\":\"second edition\"}")
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"))
                .body("content.edition", is(2));
        scene.read(scene.boardOfficer, id).then().body("content.edition", is(1));
        scene.post(scene.wardOfficer, id, "submission")
                .then()
                .statusCode(200)
                .body("status", is("SUBMITTED"))
                .body("late", is(false))
                .body("receivedAt", nullValue());
        assertThat(Rows.ask("select results from report_content where report_id = ? order by edition", id))
                .containsExactly("36 of 40 cells have registered", "second edition");
    }

    @Test
    void handed_in_again_after_the_new_day_it_is_late() {
        var id = scene.aForwardedReport();
        scene.sendBack(scene.townOfficer, id, "no").then().statusCode(200);
        TestClock.setTo(LocalDateTime.of(2024, 5, 10, 0, 0, 1));
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200).body("late", is(true));
    }

    @Test
    void what_was_late_before_the_return_stays_late() {
        var id = scene.expectDirect();
        TestClock.setTo(LocalDateTime.of(2024, 5, 6, 9, 0));
        scene.aSubmittedReport(id);
        scene.sendBack(scene.townOfficer, id, "no").then().statusCode(200);
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200).body("late", is(true));
    }

    @Test
    void a_day_may_be_named() {
        var id = scene.aForwardedReport();
        scene.post(scene.townOfficer, id, "return", scene.etag(id), "{\"reason\":\"no\",\"until\":\"2024-05-20\"}")
                .then()
                .statusCode(200)
                .body("returnedUntil", is(Days.endOf(LocalDate.of(2024, 5, 20)).toString()));
    }

    @Test
    void _422_when_the_day_is_not_after_today() {
        var id = scene.aForwardedReport();
        isProblem(
                scene.post(
                        scene.townOfficer,
                        id,
                        "return",
                        scene.etag(id),
                        "{\"reason\":\"no\",\"until\":\"2024-05-02\"}"),
                422,
                "return-day-too-early");
    }

    @Test
    void _400_without_a_reason() {
        var id = scene.aForwardedReport();
        isProblem(scene.sendBack(scene.townOfficer, id, " "), 400, "malformed-request");
        isProblem(scene.post(scene.townOfficer, id, "return", scene.etag(id), "{}"), 400, "malformed-request");
    }

    @Test
    void _403_for_the_recipient_before_and_the_via_body_after_forwarding() {
        var id = scene.aReceivedReport();
        isProblem(scene.sendBack(scene.townOfficer, id, "no"), 403, "not-the-recipient");
        scene.post(scene.boardOfficer, id, "forwarding").then().statusCode(200);
        isProblem(scene.sendBack(scene.boardOfficer, id, "no"), 403, "not-the-recipient");
        isProblem(scene.sendBack(scene.wardOfficer, id, "no"), 403, "not-the-recipient");
    }

    @Test
    void _404_for_a_sibling_and_a_stranger() {
        var id = scene.aForwardedReport();
        isProblem(scene.sendBack(scene.siblingOfficer, id, "no"), 404, "report-not-found");
        isProblem(scene.sendBack(scene.stranger, id, "no"), 404, "report-not-found");
    }

    @Test
    void _409_when_nothing_is_in_or_it_is_accepted() {
        var id = scene.expectDirect();
        isProblem(scene.sendBack(scene.townOfficer, id, "no"), 409, "wrong-report-status");
        var accepted = new ReportScene();
        var acceptedId = accepted.anAcceptedReport();
        isProblem(accepted.sendBack(accepted.townOfficer, acceptedId, "no"), 409, "wrong-report-status");
    }

    @Test
    void _428_and_412() {
        var id = scene.aForwardedReport();
        isProblem(scene.post(scene.townOfficer, id, "return", null, "{\"reason\":\"no\"}"), 428, "version-required");
        isProblem(scene.post(scene.townOfficer, id, "return", "\"0\"", "{\"reason\":\"no\"}"), 412, "stale-version");
    }
}
