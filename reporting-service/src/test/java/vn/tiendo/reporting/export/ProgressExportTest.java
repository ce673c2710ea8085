package vn.tiendo.reporting.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static vn.tiendo.reporting.document.PaperScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.reporting.Rows;
import vn.tiendo.reporting.document.PaperScene;

@QuarkusTest
class ProgressExportTest {

    private static final String NOTHING = ",0".repeat(20);

    private final PaperScene scene = new PaperScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(PaperScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private void counted() {
        scene.issued().aReport();
        await().until(() -> Rows.ask(
                        "select distinct source from progress_count where plan_id = ? and path = ? order by source",
                        scene.plan,
                        scene.town.path())
                .equals(List.of("ASSIGNMENT", "REPORT")));
    }

    private Response export(String token, String more) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/progress/exports?plan=" + scene.plan + "&organisation=" + scene.town.id() + more);
    }

    @Test
    void the_organisation_and_its_children_are_rows() {
        counted();
        var csv = export(scene.townOfficer, "&format=csv");
        csv.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename=\"Tien do To chuc"))
                .header("Content-Disposition", containsString("2024-05-02.csv\""));
        var lines =
                new String(csv.asByteArray(), StandardCharsets.UTF_8).lines().toList();
        var one = ",1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0";
        assertThat(lines.getFirst()).startsWith("\uFEFFMã đơn vị,Đơn vị,Loại đơn vị,Tính đến ngày,Nhiệm vụ,");
        assertThat(lines)
                .hasSize(5)
                .contains(
                        scene.town.code() + "," + scene.town.name() + ",CELL,2024-05-02" + one,
                        scene.ward.code() + "," + scene.ward.name() + ",CELL,2024-05-02" + one,
                        scene.board.code() + "," + scene.board.name() + ",CELL,2024-05-02" + NOTHING);
    }

    @Test
    void more_children_than_a_page_holds_are_all_there_once() throws IOException {
        counted();
        IntStream.range(0, 205).forEach(i -> TestTree.aChildOf(scene.town));
        var xlsx = export(scene.townOfficer, "&format=xlsx");
        xlsx.then().statusCode(200).contentType(ExportFormat.XLSX_TYPE);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1 + 3 + 205);
            assertThat(IntStream.rangeClosed(2, sheet.getLastRowNum())
                            .mapToObj(i -> sheet.getRow(i).getCell(0).getStringCellValue())
                            .distinct())
                    .hasSize(3 + 205);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(scene.town.code());
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("CELL");
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(1);
        }
    }

    @Test
    void _404_out_of_reach_and_for_an_unknown_plan_and_401_without_a_token() {
        counted();
        isProblem(export(scene.wardOfficer, ""), 404, "organisation-not-found");
        isProblem(export(scene.siblingOfficer, ""), 404, "organisation-not-found");
        isProblem(export(scene.stranger, ""), 404, "organisation-not-found");
        isProblem(export("none", ""), 401, "not-signed-in");
        isProblem(
                given().auth()
                        .oauth2(scene.townOfficer)
                        .get("/api/v1/progress/exports?plan=" + scene.assignment + "&organisation=" + scene.town.id()),
                404,
                "plan-not-found");
    }

    @Test
    void _400_without_a_plan_and_for_another_kind_of_file() {
        isProblem(
                given().auth()
                        .oauth2(scene.townOfficer)
                        .get("/api/v1/progress/exports?organisation=" + scene.town.id()),
                400,
                "malformed-request");
        isProblem(export(scene.townOfficer, "&format=ods"), 400, "malformed-request");
    }
}
