package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;

/// Several people write one report at once.
@QuarkusTest
class MergeContentTest {

    private final ReportScene scene = new ReportScene();
    private final String secretary = ReportScene.token(Role.CELL_SECRETARY, scene.ward);

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void different_fields_are_merged_though_both_have_read_the_same_version() {
        var id = scene.expectViaTheBoard();
        var seen = scene.etag(id);
        DraftScene.merge(scene.wardOfficer, id, seen, "{\"sections\":{\"results\":\"một\"}}")
                .then()
                .statusCode(200);
        DraftScene.merge(
                        secretary,
                        id,
                        seen,
                        "{\"sections\":{\"causes\":\"hai\"},\"figures\":[{\"code\":\"inspections\",\"value\":3}]}")
                .then()
                .statusCode(200)
                .body("content.results", is("một"))
                .body("content.causes", is("hai"))
                .body("content.figures[0].value", is(3));
    }

    @Test
    void the_same_field_is_refused_by_name_and_nothing_is_lost() {
        var id = scene.expectViaTheBoard();
        DraftScene.merge(scene.wardOfficer, id, scene.etag(id), "{\"sections\":{\"results\":\"đầu\"}}")
                .then()
                .statusCode(200);
        var seen = scene.etag(id);
        DraftScene.merge(
                        scene.wardOfficer,
                        id,
                        seen,
                        "{\"sections\":{\"results\":\"một\"},\"figures\":[{\"code\":\"inspections\",\"value\":3}]}")
                .then()
                .statusCode(200);
        var refused = DraftScene.merge(
                secretary,
                id,
                seen,
                "{\"sections\":{\"results\":\"khác\",\"lessons\":\"x\"},\"figures\":[{\"code\":\"inspections\",\"value\":4}]}");
        isProblem(refused, 412, "fields-changed-meanwhile");
        refused.then().body("errors.field", contains("results", "inspections"));
        scene.read(secretary, id)
                .then()
                .body("content.results", is("một"))
                .body("content.lessons", nullValue())
                .body("content.figures[0].value", is(3));
        DraftScene.merge(secretary, id, seen, "{\"sections\":{\"results\":\"một\"}}")
                .then()
                .statusCode(200); // both wrote the same
    }

    @Test
    void sixteen_at_once_lose_nothing() throws Exception {
        var id = scene.expectViaTheBoard();
        var seen = scene.etag(id);
        var writers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            var body = "{\"figures\":[{\"code\":\"free" + i + "\",\"value\":" + i + "}]}";
            writers.add(
                    () -> DraftScene.merge(scene.wardOfficer, id, seen, body).statusCode());
        }
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var answer : pool.invokeAll(writers)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(Rows.ask(
                        "select count(*), sum(value) from report_figure f join report_content c"
                                + " on c.id = f.report_content_id where c.report_id = ?",
                        id))
                .containsExactly("16 120");
    }

    @Test
    void two_submissions_at_once_make_one() throws Exception {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"x\"}").then().statusCode(200);
        var seen = scene.etag(id);
        Callable<Integer> submit = () ->
                scene.post(scene.wardOfficer, id, "submission", seen, null).statusCode();
        var answers = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(List.of(submit, submit, submit, submit, submit, submit, submit, submit))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers.stream().filter(answer -> answer == 200)).hasSize(1);
        assertThat(answers).allMatch(answer -> answer == 200 || answer == 412);
        assertThat(Rows.ask("select count(*) from audit_record where action = 'submit-report' and subject_id = ?", id))
                .containsExactly("1");
    }

    @Test
    void null_empties_a_section_and_what_is_not_named_stays() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"a\",\"causes\":\"b\"}")
                .then()
                .statusCode(200);
        DraftScene.merge(scene.wardOfficer, id, scene.etag(id), "{\"sections\":{\"causes\":null}}")
                .then()
                .statusCode(200)
                .body("content.results", is("a"))
                .body("content.causes", nullValue());
    }

    @Test
    void after_a_return_writing_goes_on_with_what_was_handed_in() {
        var id = scene.aSubmittedReport(scene.expectDirect());
        scene.sendBack(scene.townOfficer, id, "Thiếu").then().statusCode(200);
        DraftScene.merge(scene.wardOfficer, id, scene.etag(id), "{\"sections\":{\"causes\":\"thêm\"}}")
                .then()
                .statusCode(200)
                .body("content.edition", is(2))
                .body("content.results", is("36 of 40 cells have registered"))
                .body("content.causes", is("thêm"));
    }

    @Test
    void _422_for_a_value_of_the_wrong_type_by_name() {
        var id = scene.expectViaTheBoard();
        var refused = DraftScene.merge(
                scene.wardOfficer,
                id,
                scene.etag(id),
                "{\"figures\":[{\"code\":\"inspections\",\"value\":1.5},{\"code\":\"good_models\",\"text\":\"x\"}]}");
        isProblem(refused, 422, "figure-does-not-fit");
        refused.then()
                .body("errors.field", contains("good_models", "inspections"))
                .body("errors.message", contains("table-needed", "whole-number-needed"));
        DraftScene.merge(
                        scene.wardOfficer,
                        id,
                        scene.etag(id),
                        "{\"figures\":[{\"code\":\"good_models\",\"rows\":[[\"Mô hình\",\"Phước Hội\",\"12\"]]}]}")
                .then()
                .statusCode(200)
                .body("content.figures[0].rows[0]", contains("Mô hình", "Phước Hội", "12"));
    }

    @Test
    void _400_for_control_characters_anywhere() {
        var id = scene.expectViaTheBoard();
        for (var body : List.of(
                "{\"sections\":{\"results\":\"a\\u0000b\"}}",
                "{\"sections\":{\"results\":\"a\\u001bb\"}}",
                "{\"figures\":[{\"code\":\"good_models\",\"rows\":[[\"a\\u0007\",\"b\",\"1\"]]}]}",
                "{\"figures\":[{\"code\":\"self_rating\",\"text\":\"\\u0008\"}]}",
                "{\"sections\":{\"conclusion\":\"x\"}}")) {
            isProblem(DraftScene.merge(scene.wardOfficer, id, scene.etag(id), body), 400, "malformed-request");
        }
    }

    @Test
    void rules_are_shown_while_drafting_and_enforced_on_submission() {
        var id = scene.expectViaTheBoard();
        DraftScene.merge(
                        scene.wardOfficer,
                        id,
                        scene.etag(id),
                        "{\"sections\":{\"results\":\"x\"},\"figures\":[{\"code\":\"registrations_owed\",\"value\":10},"
                                + "{\"code\":\"registrations_submitted\",\"value\":1},{\"code\":\"registrations_accepted\",\"value\":9},"
                                + "{\"code\":\"registrations_exempt\",\"value\":1}]}")
                .then()
                .statusCode(200)
                .body("findings.findAll { it.severity == 'ERROR' }.field", contains("registrations_within_roster"))
                .body(
                        "findings.message",
                        hasItem("Không đúng quy tắc registrations_within_roster: Số đã gửi, được chấp nhận và được"
                                + " miễn không vượt số phải đăng ký"));
        var refused = scene.post(scene.wardOfficer, id, "submission");
        isProblem(refused, 422, "report-invalid");
        refused.then().body("errors.field", contains("registrations_within_roster"));
        DraftScene.merge(
                        scene.wardOfficer,
                        id,
                        scene.etag(id),
                        "{\"figures\":[{\"code\":\"registrations_accepted\",\"value\":8}]}")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }.size()", is(0));
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200);
    }

    @Test
    void _428_412_403_and_404() {
        var id = scene.expectViaTheBoard();
        isProblem(DraftScene.merge(scene.wardOfficer, id, null, "{}"), 428, "version-required");
        isProblem(DraftScene.merge(scene.wardOfficer, id, "\"999\"", "{}"), 412, "stale-version");
        isProblem(DraftScene.merge(scene.boardOfficer, id, scene.etag(id), "{}"), 403, "role-required");
        isProblem(DraftScene.merge(scene.stranger, id, scene.etag(id), "{}"), 404, "report-not-found");
    }
}
