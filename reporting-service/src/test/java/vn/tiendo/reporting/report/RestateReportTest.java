package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;

/// A figure turns out wrong after the report was accepted.
@QuarkusTest
class RestateReportTest {

    private static final String FIGURES = """
        {"results":"x","figures":[{"code":"registrations_owed","value":10},
         {"code":"registrations_accepted","value":5},{"code":"registrations_exempt","value":0}]}\
        """;

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static String of(String code) {
        return "items.find { it.code == '" + code + "' }.";
    }

    private UUID accepted() {
        var id = scene.expectDirect();
        scene.write(scene.wardOfficer, id, FIGURES).then().statusCode(200);
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200);
        scene.post(scene.townOfficer, id, "acceptance").then().statusCode(200);
        return id;
    }

    private Response restate(String token, UUID id, String figures) {
        return scene.post(
                token,
                id,
                "restatements",
                scene.etag(id),
                "{\"reason\":\"Đếm sót một chi bộ\",\"figures\":[" + figures + "]}");
    }

    @Test
    void both_values_stay_with_who_when_and_why() {
        var id = accepted();
        restate(scene.wardOfficer, id, "{\"code\":\"registrations_accepted\",\"value\":6}")
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("content.edition", is(2))
                .body("content.figures.find { it.code == 'registrations_rate' }.value", is(60));
        DraftScene.get(scene.townOfficer, "/reports/" + id + "/restatements")
                .then()
                .statusCode(200)
                .body("items.code", containsInAnyOrder("registrations_accepted", "registrations_rate"))
                .body(of("registrations_accepted") + "before.value", is(5))
                .body(of("registrations_accepted") + "after.value", is(6))
                .body(of("registrations_accepted") + "reason", is("Đếm sót một chi bộ"))
                .body(of("registrations_accepted") + "fromEdition", is(1))
                .body(of("registrations_rate") + "before.value", is(50))
                .body(of("registrations_rate") + "after.value", is(60));
        assertThat(Rows.ask(
                        "select c.edition, f.value from report_content c join report_figure f on f.report_content_id ="
                                + " c.id where c.report_id = ? and f.code = 'registrations_accepted' order by c.edition",
                        id))
                .containsExactly("1 5", "2 6");
        var event = new String(scene.awaitEvent(id, "restated").value(), StandardCharsets.UTF_8);
        assertThat(event).contains("\"status\":\"ACCEPTED\"", "\"restatedAt\":").doesNotContain("chi bộ");
    }

    @Test
    void the_recipient_sees_the_corrected_edition() {
        var id = accepted();
        restate(scene.wardOfficer, id, "{\"code\":\"registrations_owed\",\"value\":20}")
                .then()
                .statusCode(200);
        scene.read(scene.townOfficer, id)
                .then()
                .body("content.figures.find { it.code == 'registrations_owed' }.value", is(20))
                .body("late", is(false));
    }

    @Test
    void a_correction_keeps_the_rules_of_the_template() {
        var id = accepted();
        isProblem(
                restate(scene.wardOfficer, id, "{\"code\":\"registrations_accepted\",\"value\":11}"),
                422,
                "report-invalid");
        isProblem(
                restate(scene.wardOfficer, id, "{\"code\":\"registrations_owed\",\"value\":-1}"),
                422,
                "report-invalid");
        assertThat(Rows.ask("select edition from report_content where report_id = ?", id))
                .containsExactly("1");
    }

    @Test
    void what_was_accepted_in_spite_of_a_rule_does_not_refuse_another_correction() {
        var id = accepted();
        Rows.ask(
                "update report_figure set value = -5 where code = 'registrations_exempt' and report_content_id ="
                        + " (select id from report_content where report_id = ?)",
                id);
        restate(scene.wardOfficer, id, "{\"code\":\"registrations_accepted\",\"value\":6}")
                .then()
                .statusCode(200);
    }

    @Test
    void refusals_have_names() {
        var id = scene.aSubmittedReport(scene.expectDirect());
        isProblem(restate(scene.wardOfficer, id, "{\"code\":\"a\",\"value\":1}"), 409, "wrong-report-status");
        scene.post(scene.townOfficer, id, "acceptance").then().statusCode(200);
        isProblem(restate(scene.wardOfficer, id, "{\"code\":\"a\"}"), 422, "nothing-restated");
        isProblem(
                restate(scene.wardOfficer, id, "{\"code\":\"inspections\",\"value\":0.5}"), 422, "figure-does-not-fit");
        isProblem(
                restate(scene.wardOfficer, id, "{\"code\":\"a\",\"value\":1},{\"code\":\"a\",\"value\":2}"),
                422,
                "duplicate-figure");
        isProblem(restate(scene.wardInspector, id, "{\"code\":\"a\",\"value\":1}"), 403, "role-required");
        isProblem(restate(scene.siblingOfficer, id, "{\"code\":\"a\",\"value\":1}"), 404, "report-not-found");
        isProblem(
                scene.post(
                        scene.wardOfficer,
                        id,
                        "restatements",
                        null,
                        "{\"reason\":\"x\",\"figures\":[{\"code\":\"a\"}]}"),
                428,
                "version-required");
        isProblem(
                scene.post(scene.wardOfficer, id, "restatements", "*", "{\"reason\":\" \",\"figures\":[]}"),
                400,
                "malformed-request");
        DraftScene.get(scene.wardOfficer, "/reports/" + id + "/restatements")
                .then()
                .body("items", hasSize(0));
        isProblem(DraftScene.get(scene.stranger, "/reports/" + id + "/restatements"), 404, "report-not-found");
    }
}
