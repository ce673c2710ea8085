package vn.tiendo.reporting.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;

@QuarkusTest
class WriteReportTest {

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static final String TEXT = """
            {"results":"Đã có 36/40 chi bộ đăng ký","difficulties":"a","causes":"b","lessons":"c","proposals":"d",
             "figures":[{"code":"registered","value":36},{"code":"share","value":0.9}]}""";

    @Test
    void the_text_is_kept_and_the_report_becomes_a_draft() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, TEXT)
                .then()
                .statusCode(200)
                .header("ETag", is(scene.etag(id)))
                .body("status", is("DRAFT"))
                .body("content.edition", is(1))
                .body("content.results", is("Đã có 36/40 chi bộ đăng ký"))
                .body("content.figures.code", equalTo(List.of("registered", "share")));
        scene.read(scene.wardOfficer, id).then().body("content.figures[1].value", is(0.9f));
        scene.awaitEvent(id, "drafted");
    }

    @Test
    void writing_again_replaces_the_whole_text() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, TEXT).then().statusCode(200);
        scene.write(scene.wardOfficer, id, "{\"results\":\"new\",\"figures\":[{\"code\":\"share\",\"value\":1}]}")
                .then()
                .statusCode(200)
                .body("content.edition", is(1))
                .body("content.causes", nullValue())
                .body("content.figures.size()", is(1));
    }

    @Test
    void two_spellings_of_one_text_are_stored_alike() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"Ha\u0300 Ti\u0303nh\"}")
                .then()
                .body("content.results", is("Hà Tĩnh"));
    }

    @Test
    void a_cell_secretary_writes_for_the_own_unit() {
        var id = scene.expectViaTheBoard();
        scene.write(ReportScene.token(Role.CELL_SECRETARY, scene.ward), id, TEXT)
                .then()
                .statusCode(200);
    }

    @Test
    void the_second_of_two_writers_is_told() {
        var id = scene.expectViaTheBoard();
        var seen = scene.etag(id);
        scene.write(scene.wardOfficer, id, seen, TEXT).then().statusCode(200);
        isProblem(scene.write(scene.wardOfficer, id, seen, TEXT), 412, "stale-version");
    }

    @Test
    void _428_without_if_match() {
        isProblem(scene.write(scene.wardOfficer, scene.expectViaTheBoard(), null, TEXT), 428, "version-required");
    }

    @Test
    void _400_for_a_property_that_is_not_writable() {
        var id = scene.expectViaTheBoard();
        isProblem(
                scene.write(scene.wardOfficer, id, "{\"results\":\"a\",\"status\":\"ACCEPTED\"}"),
                400,
                "malformed-request");
    }

    @Test
    void _400_for_control_characters_and_for_too_much_text() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.write(scene.wardOfficer, id, "{\"results\":\"a\\u0000b\"}"), 400, "malformed-request");
        isProblem(
                scene.write(scene.wardOfficer, id, "{\"results\":\"" + "a".repeat(20_001) + "\"}"),
                400,
                "malformed-request");
        isProblem(
                scene.write(scene.wardOfficer, id, "{\"figures\":[{\"code\":\"1 2\",\"value\":1}]}"),
                400,
                "malformed-request");
    }

    @Test
    void _422_when_a_figure_is_given_twice() {
        var id = scene.expectViaTheBoard();
        isProblem(
                scene.write(
                        scene.wardOfficer,
                        id,
                        "{\"figures\":[{\"code\":\"a\",\"value\":1},{\"code\":\"a\",\"value\":2}]}"),
                422,
                "duplicate-figure");
    }

    @Test
    void _409_once_it_has_been_handed_in() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        isProblem(scene.write(scene.wardOfficer, id, TEXT), 409, "wrong-report-status");
    }

    @Test
    void _403_for_an_inspector_and_for_the_via_body() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.write(scene.wardInspector, id, TEXT), 403, "role-required");
        isProblem(scene.write(scene.boardOfficer, id, TEXT), 403, "role-required");
    }

    @Test
    void _404_for_a_sibling_a_stranger_and_a_plain_member() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.write(scene.siblingOfficer, id, TEXT), 404, "report-not-found");
        isProblem(scene.write(scene.stranger, id, TEXT), 404, "report-not-found");
        isProblem(scene.write(scene.wardMember, id, TEXT), 404, "report-not-found");
    }

    @Test
    void _404_when_there_is_no_such_report() {
        isProblem(scene.write(scene.wardOfficer, UUID.randomUUID(), "*", TEXT), 404, "report-not-found");
    }

    @Test
    void _401_without_a_token() {
        isProblem(scene.write("none", UUID.randomUUID(), "*", TEXT), 401, "not-signed-in");
    }
}
