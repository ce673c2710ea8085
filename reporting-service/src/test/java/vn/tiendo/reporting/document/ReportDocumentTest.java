package vn.tiendo.reporting.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.reporting.document.PaperScene.document;
import static vn.tiendo.reporting.document.PaperScene.get;
import static vn.tiendo.reporting.document.PaperScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;

@QuarkusTest
class ReportDocumentTest {

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
    void the_paper_names_organisations_as_they_were_called_and_refers_to_the_plan() {
        var id = scene.named().issued().aWrittenReport();
        var docx = document(scene.wardOfficer, id, "docx");
        docx.then().statusCode(200).contentType(DocumentFormat.DOCX_TYPE);
        assertThat(ReadDocx.paragraphs(docx.asByteArray()))
                .containsSubsequence(
                        "THỊ ỦY LA GI",
                        "ĐẢNG ỦY PHƯỜNG PHƯỚC HỘI",
                        "BÁO CÁO",
                        "kết quả 6 tháng đầu năm 2024 thực hiện Kế hoạch “Chuyên đề năm 2024”",
                        "Kính gửi: Thị ủy La Gi",
                        "Thực hiện Kế hoạch số 3-KH/TU ngày 01/03/2024 của Thị ủy La Gi về “Chuyên đề năm 2024”, Đảng"
                                + " ủy phường Phước Hội báo cáo kết quả 6 tháng đầu năm 2024 thực hiện Kế hoạch “Chuyên đề"
                                + " năm 2024” như sau:",
                        "I. KẾT QUẢ ĐẠT ĐƯỢC",
                        "Đã có 36/40 chi bộ đăng ký.",
                        "Còn lại 4 chi bộ.",
                        "- Thị ủy La Gi (để báo cáo);",
                        "T/M ĐẢNG ỦY PHƯỜNG PHƯỚC HỘI");
    }

    @Test
    void the_reader_chooses_the_kind_of_file() {
        var id = scene.aWrittenReport();
        var pdf = document(scene.wardOfficer, id, "pdf");
        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header(
                        "Content-Disposition",
                        containsString("attachment; filename=\"Bao cao ket qua 6 thang dau nam 2024"))
                .header("Content-Disposition", containsString("filename*=UTF-8''B%C3%A1o%20c%C3%A1o"));
        assertThat(ReadPdf.pages(pdf.asByteArray()).getFirst()).contains("Đã có 36/40 chi bộ đăng ký.");
        document(scene.wardOfficer, id, "xlsx").then().statusCode(200).contentType(DocumentFormat.XLSX_TYPE);
        get(scene.wardOfficer, id + "/document").then().contentType("application/pdf");
        given().auth()
                .oauth2(scene.wardOfficer)
                .accept(DocumentFormat.DOCX_TYPE)
                .get("/api/v1/reports/" + id + "/document")
                .then()
                .statusCode(200)
                .contentType(DocumentFormat.DOCX_TYPE);
    }

    @Test
    void a_reader_who_has_the_newest_paper_gets_nothing_again() {
        var id = scene.aWrittenReport();
        var tag = document(scene.wardOfficer, id, "docx").getHeader("ETag");
        assertThat(tag).startsWith("W/\"");
        unchanged(id, "docx", tag).then().statusCode(304);
        unchanged(id, "pdf", tag).then().statusCode(200);
        PaperScene.fillIn(scene.wardOfficer, id, "*", "{\"number\":\"5\"}")
                .then()
                .statusCode(200);
        unchanged(id, "docx", tag).then().statusCode(200);
    }

    private Response unchanged(UUID id, String format, String tag) {
        return given().auth()
                .oauth2(scene.wardOfficer)
                .header("If-None-Match", tag)
                .get("/api/v1/reports/" + id + "/document?format=" + format);
    }

    @Test
    void the_other_side_reads_only_what_has_been_handed_in() {
        var id = scene.aWrittenReport();
        assertThat(ReadDocx.paragraphs(document(scene.boardOfficer, id, "docx").asByteArray()))
                .doesNotContain("Đã có 36/40 chi bộ đăng ký.");
        given().auth()
                .oauth2(scene.wardOfficer)
                .header("If-Match", "*")
                .post("/api/v1/reports/" + id + "/submission")
                .then()
                .statusCode(200);
        assertThat(ReadDocx.paragraphs(document(scene.boardOfficer, id, "docx").asByteArray()))
                .contains("Đã có 36/40 chi bộ đăng ký.");
    }

    @Test
    void a_report_that_nobody_has_written_is_a_paper_without_text() {
        var pdf = document(scene.wardOfficer, scene.aReport(), "pdf");
        pdf.then().statusCode(200);
        assertThat(ReadPdf.pages(pdf.asByteArray()).getFirst()).contains("BÁO CÁO", "Nơi nhận:");
    }

    @Test
    void superiors_and_inspectors_read_it() {
        var id = scene.aSubmittedReport();
        document(scene.townOfficer, id, "pdf").then().statusCode(200);
        document(scene.wardInspector, id, "pdf").then().statusCode(200);
    }

    @Test
    void _404_for_a_sibling_a_stranger_and_a_plain_member() {
        var id = scene.aSubmittedReport();
        isProblem(document(scene.siblingOfficer, id, "pdf"), 404, "report-not-found");
        isProblem(document(scene.stranger, id, "docx"), 404, "report-not-found");
        isProblem(document(scene.wardMember, id, "xlsx"), 404, "report-not-found");
        isProblem(document(scene.wardOfficer, UUID.randomUUID(), "pdf"), 404, "report-not-found");
    }

    @Test
    void _401_without_a_token() {
        isProblem(document("none", UUID.randomUUID(), "pdf"), 401, "not-signed-in");
    }

    @Test
    void _400_for_a_kind_of_file_that_nobody_writes() {
        isProblem(document(scene.wardOfficer, scene.aReport(), "odt"), 400, "malformed-request");
    }

    @Test
    void _406_when_the_reader_takes_none_of_them() {
        given().auth()
                .oauth2(scene.wardOfficer)
                .accept("image/png")
                .get("/api/v1/reports/" + UUID.randomUUID() + "/document")
                .then()
                .statusCode(is(406));
    }
}
