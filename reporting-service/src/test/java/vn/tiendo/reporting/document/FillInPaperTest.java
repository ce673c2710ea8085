package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.tiendo.reporting.document.PaperScene.document;
import static vn.tiendo.reporting.document.PaperScene.fillIn;
import static vn.tiendo.reporting.document.PaperScene.get;
import static vn.tiendo.reporting.document.PaperScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;

@QuarkusTest
class FillInPaperTest {

    private static final String WHOLE = """
        {"number":"86","symbol":"BC/ĐU","place":"La Gi","date":"2026-01-09","subject":"kết quả sáu tháng",
         "superiorName":"Đảng bộ thị xã La Gi","issuerName":"Đảng ủy phường","addressees":["Thường trực Thị ủy"],
         "recipients":[{"name":"Ban Tuyên giáo","purpose":"để biết"},{"name":"Lưu ĐU"}],
         "authorities":[{"capacity":"ON_BEHALF","of":"Ban Thường vụ"},{"capacity":"IN_PLACE","of":"Bí thư"}],
         "post":"Phó Bí thư","signer":"Trần Thị Bích"}\
        """;

    private final PaperScene scene = new PaperScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(PaperScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void a_paper_that_nobody_has_filled_in_says_what_is_blank() {
        get(scene.wardOfficer, scene.aReport() + "/paper")
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("rule.code", is("36-HD/VPTW"))
                .body("type", is("BÁO CÁO"))
                .body("issuer", is(scene.ward.name().toUpperCase()))
                .body("blanks", contains("number", "symbol", "place", "date", "post", "signer"));
    }

    @Test
    void what_is_filled_in_stands_on_the_paper_and_its_day_decides_on_the_rule() {
        var id = scene.aReport();
        fillIn(scene.wardOfficer, id, "\"0\"", WHOLE)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("numberLine", is("Số 86-BC/ĐU"))
                .body("placeAndDate", is("La Gi, ngày 09 tháng 01 năm 2026"))
                .body("rule.code", is("399-QĐ/TW"))
                .body("superior", is("ĐẢNG BỘ THỊ XÃ LA GI"))
                .body("authorities", contains("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ"))
                .body("recipients", contains("- Ban Tuyên giáo (để biết);", "- Lưu ĐU."))
                .body("blanks", is(empty()));
        get(scene.wardOfficer, id + "/paper").then().body("filledIn.signer", is("Trần Thị Bích"));
        assertThat(ReadDocx.paragraphs(document(scene.wardOfficer, id, "docx").asByteArray()))
                .contains("Số 86-BC/ĐU", "kết quả sáu tháng", "Kính gửi: Thường trực Thị ủy", "Trần Thị Bích");
    }

    @Test
    void a_party_organisation_may_use_the_state_form() {
        fillIn(
                        scene.wardOfficer,
                        scene.aReport(),
                        "\"0\"",
                        "{\"form\":\"STATE\",\"number\":\"4\",\"symbol\":\"BC-UBND\"}")
                .then()
                .statusCode(200)
                .body("numberLine", is("Số: 4/BC-UBND"))
                .body("authorities[0]", startsWith("TM. "))
                .body("rule.code", is("30/2020/NĐ-CP"));
    }

    @Test
    void filling_in_again_replaces_everything() {
        var id = scene.aReport();
        fillIn(scene.wardOfficer, id, "\"0\"", WHOLE).then().statusCode(200);
        fillIn(scene.wardOfficer, id, "\"1\"", "{\"number\":\"87\"}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("blanks", hasItems("symbol", "signer"));
    }

    @Test
    void the_trail_says_who_filled_it_in_and_not_who_signs() {
        var id = scene.aReport();
        fillIn(scene.wardOfficer, id, "\"0\"", WHOLE).then().statusCode(200);
        var trail = Rows.ask(
                "select action, state_before, state_after from audit_record where subject_id = ? and action ="
                        + " 'fill-in-paper'",
                id);
        assertThat(trail).hasSize(1);
        assertThat(trail.getFirst()).doesNotContain("Trần").contains("\"edition\"");
    }

    @Test
    void the_other_side_reads_what_is_filled_in_once_the_report_is_handed_in() {
        var id = scene.aWrittenReport();
        fillIn(scene.wardOfficer, id, "\"0\"", WHOLE).then().statusCode(200);
        get(scene.boardOfficer, id + "/paper")
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("filledIn.signer", nullValue())
                .body("blanks", hasItems("number", "signer"));
        assertThat(ReadDocx.paragraphs(document(scene.boardOfficer, id, "docx").asByteArray()))
                .doesNotContain("Trần Thị Bích", "Số 86-BC/ĐU");
        scene.handIn(id);
        get(scene.boardOfficer, id + "/paper")
                .then()
                .header("ETag", is("\"1\""))
                .body("filledIn.signer", is("Trần Thị Bích"));
        scene.sendBack(id);
        get(scene.boardOfficer, id + "/paper").then().body("filledIn.signer", is("Trần Thị Bích"));
        TestClock.setTo(PaperScene.MORNING.plusHours(1));
        fillIn(scene.wardOfficer, id, "\"1\"", "{\"signer\":\"Lê Văn Cường\"}")
                .then()
                .statusCode(200);
        get(scene.boardOfficer, id + "/paper").then().body("filledIn.signer", nullValue());
        get(scene.wardOfficer, id + "/paper").then().body("filledIn.signer", is("Lê Văn Cường"));
    }

    @Test
    void a_cell_secretary_fills_in_the_paper_of_the_own_unit() {
        fillIn(PaperScene.token(Role.CELL_SECRETARY, scene.ward), scene.aReport(), "*", "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void _428_and_412_without_the_newest_version() {
        var id = scene.aReport();
        isProblem(fillIn(scene.wardOfficer, id, null, WHOLE), 428, "version-required");
        fillIn(scene.wardOfficer, id, "\"0\"", WHOLE).then().statusCode(200);
        isProblem(fillIn(scene.wardOfficer, id, "\"0\"", WHOLE), 412, "stale-version");
    }

    @Test
    void _409_once_the_report_has_been_accepted() {
        isProblem(fillIn(scene.wardOfficer, scene.anAcceptedReport(), "*", WHOLE), 409, "paper-is-final");
    }

    @Test
    void _400_for_control_characters_blanks_and_unknown_fields() {
        var id = scene.aReport();
        isProblem(fillIn(scene.wardOfficer, id, "*", "{\"number\":\"8\\u0007\"}"), 400, "malformed-request");
        isProblem(fillIn(scene.wardOfficer, id, "*", "{\"place\":\"  \"}"), 400, "malformed-request");
        isProblem(fillIn(scene.wardOfficer, id, "*", "{\"seal\":\"x\"}"), 400, "malformed-request");
        isProblem(
                fillIn(scene.wardOfficer, id, "*", "{\"authorities\":[{\"capacity\":\"KING\",\"of\":\"x\"}]}"),
                400,
                "malformed-request");
    }

    @Test
    void _403_for_an_inspector_and_for_the_via_body() {
        var id = scene.aReport();
        isProblem(fillIn(scene.wardInspector, id, "*", WHOLE), 403, "role-required");
        isProblem(fillIn(scene.boardOfficer, id, "*", WHOLE), 403, "role-required");
    }

    @Test
    void _404_for_a_sibling_and_a_stranger_and_401_without_a_token() {
        var id = scene.aReport();
        isProblem(fillIn(scene.siblingOfficer, id, "*", WHOLE), 404, "report-not-found");
        isProblem(fillIn(scene.stranger, id, "*", WHOLE), 404, "report-not-found");
        isProblem(get(scene.siblingOfficer, id + "/paper"), 404, "report-not-found");
        isProblem(fillIn("none", UUID.randomUUID(), "*", WHOLE), 401, "not-signed-in");
    }
}
