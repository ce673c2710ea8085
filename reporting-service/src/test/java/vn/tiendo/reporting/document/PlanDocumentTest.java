package vn.tiendo.reporting.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.document.PaperScene.get;
import static vn.tiendo.reporting.document.PaperScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.reporting.Rows;

@QuarkusTest
class PlanDocumentTest {

    private final PaperScene scene = new PaperScene();

    private Response document(String token, String format) {
        return get(token, "plan-documents/" + scene.plan + "?format=" + format);
    }

    @Test
    void the_paper_lists_what_the_plan_demands_in_its_own_words() {
        scene.named().issued();
        var docx = document(scene.townOfficer, "docx");
        docx.then().statusCode(200).contentType(DocumentFormat.DOCX_TYPE);
        assertThat(ReadDocx.paragraphs(docx.asByteArray()))
                .containsSubsequence(
                        "THỊ ỦY LA GI",
                        "Số 3-KH/TU",
                        "KẾ HOẠCH",
                        "Chuyên đề năm 2024",
                        "Thị ủy La Gi ban hành kế hoạch “Chuyên đề năm 2024”, thực hiện từ ngày 01/01/2024 đến ngày"
                                + " 31/12/2024, với các nhiệm vụ sau:",
                        "I. NHIỆM VỤ TRỌNG TÂM",
                        "Báo cáo 6 tháng",
                        "Các chi bộ, đảng bộ cơ sở",
                        "ít nhất 1",
                        "trước ngày 05/5",
                        "Thị ủy La Gi",
                        "T/M THỊ ỦY LA GI");
        assertThat(ReadPdf.pages(document(scene.townOfficer, "pdf").asByteArray())
                        .getFirst())
                .contains("ngày 01 tháng 3 năm 2024");
        document(scene.townOfficer, "xlsx").then().statusCode(200).contentType(DocumentFormat.XLSX_TYPE);
    }

    private Response fillIn(String token, @Nullable String ifMatch, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/reports/plan-documents/" + scene.plan + "/paper");
    }

    @Test
    void what_a_clerk_fills_in_stands_on_the_paper_beside_what_is_published() {
        scene.named().issued();
        get(scene.townOfficer, "plan-documents/" + scene.plan + "/paper")
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("numberLine", is("Số 3-KH/TU"))
                .body("blanks", contains("place", "post", "signer"));
        fillIn(scene.townOfficer, "\"0\"", """
                {"place":"La Gi","authorities":[{"capacity":"ON_BEHALF","of":"Ban Thường vụ"}],
                 "post":"Phó Bí thư","signer":"Trần Thị Bích","recipients":[{"name":"Lưu Văn phòng"}]}""")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("numberLine", is("Số 3-KH/TU"))
                .body("placeAndDate", is("La Gi, ngày 01 tháng 3 năm 2024"))
                .body("recipients", contains("- Lưu Văn phòng."))
                .body("blanks", is(empty()));
        assertThat(ReadDocx.paragraphs(document(scene.townOfficer, "docx").asByteArray()))
                .contains("T/M BAN THƯỜNG VỤ", "Trần Thị Bích")
                .doesNotContain("T/M THỊ ỦY LA GI");
        assertThat(Rows.ask(
                        "select subject_type, state_after from audit_record where subject_id = ? and action ="
                                + " 'fill-in-paper'",
                        scene.plan))
                .singleElement()
                .asString()
                .startsWith("plan ")
                .doesNotContain("Trần");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'number':'4'}", "{'symbol':'KH/ĐU'}", "{'date':'2024-03-02'}", "{'subject':'Chuyên đề khác'}"})
    void _409_when_the_paper_of_an_issued_plan_would_say_what_it_was_not_issued_with(String other) {
        scene.issued();
        isProblem(fillIn(scene.townOfficer, "*", other.replace('\'', '"')), 409, "published-otherwise");
        fillIn(scene.townOfficer, "*", """
                {"number":"3","symbol":"KH/TU","date":"2024-03-01","subject":"Chuyên đề năm 2024"}""").then().statusCode(200).body("numberLine", is("Số 3-KH/TU"));
    }

    @Test
    void what_was_filled_in_on_a_draft_gives_way_to_what_the_plan_is_issued_with() {
        scene.tellPlan(1, "DRAFT", "");
        fillIn(scene.townOfficer, "*", """
                {"number":"9","symbol":"KH/ĐU","date":"2024-05-06","subject":"Tên khác","place":"La Gi"}""").then().statusCode(200).body("numberLine", is("Số 9-KH/ĐU"));
        scene.issued();
        get(scene.townOfficer, "plan-documents/" + scene.plan + "/paper")
                .then()
                .body("numberLine", is("Số 3-KH/TU"))
                .body("placeAndDate", is("La Gi, ngày 01 tháng 3 năm 2024"))
                .body("subject", is("Chuyên đề năm 2024"))
                .body("filledIn.number", nullValue());
        assertThat(ReadDocx.paragraphs(document(scene.townOfficer, "docx").asByteArray()))
                .contains("Số 3-KH/TU", "Chuyên đề năm 2024")
                .doesNotContain("Số 9-KH/ĐU", "Tên khác");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "RECALLED", "SUPERSEDED"})
    void _409_once_the_plan_is_over(String status) {
        scene.issued();
        fillIn(scene.townOfficer, "*", "{\"signer\":\"Trần Thị Bích\"}").then().statusCode(200);
        scene.tellPlan(3, status, "\"issuedAt\":\"2024-03-01T02:00:00Z\",");
        isProblem(fillIn(scene.townOfficer, "*", "{\"signer\":\"Lê Văn Cường\"}"), 409, "plan-paper-is-final");
        isProblem(fillIn(scene.wardOfficer, "*", "{}"), 404, "plan-paper-not-found");
        get(scene.townOfficer, "plan-documents/" + scene.plan + "/paper")
                .then()
                .body("filledIn.signer", is("Trần Thị Bích"));
    }

    @Test
    void only_who_drafts_plans_of_the_issuer_fills_in_and_nothing_is_overwritten_unseen() {
        scene.issued().aReport();
        await().until(() -> !Rows.ask("select 1 from progress_count where plan_id = ? limit 1", scene.plan)
                .isEmpty());
        isProblem(fillIn(scene.wardOfficer, "*", "{}"), 403, "role-required");
        isProblem(fillIn(PaperScene.token(Role.INSPECTOR, scene.town), "*", "{}"), 403, "role-required");
        isProblem(fillIn(scene.siblingOfficer, "*", "{}"), 404, "plan-paper-not-found");
        isProblem(fillIn("none", "*", "{}"), 401, "not-signed-in");
        isProblem(fillIn(scene.townOfficer, null, "{}"), 428, "version-required");
        isProblem(fillIn(scene.townOfficer, "\"4\"", "{}"), 412, "stale-version");
        isProblem(fillIn(scene.townOfficer, "*", "{\"place\":\"La\\u0007Gi\"}"), 400, "malformed-request");
    }

    @Test
    void those_whom_it_binds_read_it_members_included() {
        scene.issued().aReport();
        await().until(() -> !Rows.ask("select 1 from progress_count where plan_id = ? limit 1", scene.plan)
                .isEmpty());
        document(scene.wardOfficer, "pdf").then().statusCode(200);
        document(scene.wardMember, "pdf").then().statusCode(200);
        get(scene.wardMember, "plan-documents/" + scene.plan + "/paper").then().statusCode(200);
        document(PaperScene.token(Role.MEMBER, scene.town), "pdf").then().statusCode(200);
        isProblem(document(scene.siblingOfficer, "pdf"), 404, "plan-paper-not-found");
        isProblem(document(scene.stranger, "pdf"), 404, "plan-paper-not-found");
    }

    @Test
    void a_draft_is_read_by_those_who_work_with_it_and_those_it_was_sent_to() {
        scene.tellPlan(1, "");
        document(scene.townOfficer, "pdf").then().statusCode(200);
        isProblem(document(PaperScene.token(Role.MEMBER, scene.town), "pdf"), 404, "plan-paper-not-found");
        isProblem(document(scene.wardOfficer, "pdf"), 404, "plan-paper-not-found");
        isProblem(document(scene.siblingOfficer, "pdf"), 404, "plan-paper-not-found");
        scene.tellPlan(
                2,
                "\"submittedAt\":\"2024-03-02T02:00:00Z\",\"submittedToOrganisationId\":\"" + scene.sibling.id()
                        + "\",");
        await().until(() -> !Rows.ask(
                        "select 1 from plan_paper where plan_id = ? and sent_to_id is not null", scene.plan)
                .isEmpty());
        document(scene.siblingOfficer, "pdf").then().statusCode(200);
        isProblem(document(scene.wardOfficer, "pdf"), 404, "plan-paper-not-found");
    }

    @Test
    void a_draft_that_was_deleted_has_no_paper_any_more() {
        scene.tellPlan(1, "");
        document(scene.townOfficer, "pdf").then().statusCode(200);
        fillIn(scene.townOfficer, "*", "{\"signer\":\"Trần Thị Bích\"}").then().statusCode(200);
        TestEvents.send("plans.plan.v1", scene.plan.toString(), "plans.plan.deleted.v1", 2, """
            {"id":"%s","organisationId":"%s","title":"Chuyên đề năm 2024","year":2024,"status":"DRAFT",
             "deletedAt":"2024-03-02T02:00:00Z"}""".formatted(
                        scene.plan, scene.town.id()));
        await().until(() -> Rows.ask("select 1 from plan_paper where plan_id = ?", scene.plan)
                .isEmpty());
        isProblem(document(scene.townOfficer, "pdf"), 404, "plan-paper-not-found");
        assertThat(Rows.ask("select 1 from filled_in_paper where document_id = ?", scene.plan))
                .isEmpty();
    }

    @Test
    void _404_when_there_is_no_such_plan_and_401_without_a_token() {
        isProblem(
                get(scene.townOfficer, "plan-documents/" + UUID.randomUUID() + "?format=pdf"),
                404,
                "plan-paper-not-found");
        isProblem(document("none", "pdf"), 401, "not-signed-in");
    }

    @Test
    void _400_for_a_kind_of_file_that_nobody_writes() {
        isProblem(document(scene.townOfficer, "txt"), 400, "malformed-request");
    }
}
