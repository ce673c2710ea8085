package vn.tiendo.reporting.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static vn.tiendo.reporting.document.PaperScene.get;
import static vn.tiendo.reporting.document.PaperScene.isProblem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;
import vn.tiendo.reporting.document.PaperScene;

@QuarkusTest
class ReportExportTest {

    private static final int MANY = 100_000;

    private final PaperScene scene = new PaperScene();

    @TestHTTPResource("/api/v1/reports/exports")
    URI exports;

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(PaperScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void each_report_in_reach_is_a_row() {
        var id = scene.aSubmittedReport();
        var csv = get(scene.townOfficer, "exports?plan=" + scene.plan);
        csv.then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", containsString("filename=\"Danh sach bao cao.csv\""));
        var today = "2024-05-02T09:0\\d:\\d\\d\\+07:00";
        assertThat(new String(csv.asByteArray(), StandardCharsets.UTF_8).replaceFirst(today, "TODAY"))
                .isEqualTo(
                        "\uFEFFMã đơn vị,Đơn vị,Loại báo cáo,Hình thức,Kỳ,Trạng thái,Hạn nộp,Ngày nộp,Ngày chấp nhận,"
                                + "Trễ hạn,Nơi nhận,Báo cáo,Kế hoạch\r\n"
                                + String.join(
                                        ",",
                                        scene.ward.code(),
                                        scene.ward.name(),
                                        "PERIODIC_REPORT,SIX_MONTH,2024,SUBMITTED,2024-05-05T00:00:00+07:00",
                                        "TODAY,,không",
                                        scene.town.name(),
                                        id.toString(),
                                        scene.plan.toString())
                                + "\r\n");
    }

    @Test
    void the_same_as_excel_by_another_reader() throws IOException {
        scene.aReport();
        var xlsx = given().auth()
                .oauth2(scene.wardOfficer)
                .accept(ExportFormat.XLSX_TYPE)
                .get("/api/v1/reports/exports?status=EXPECTED&organisation=" + scene.ward.id());
        xlsx.then().statusCode(200).contentType(ExportFormat.XLSX_TYPE);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(scene.ward.code());
            assertThat(sheet.getRow(1).getCell(6).getLocalDateTimeCellValue()).isEqualTo("2024-05-05T00:00:00");
        }
    }

    @Test
    void nothing_out_of_reach_is_in_the_file() {
        scene.aReport();
        assertThat(rows(scene.siblingOfficer)).isEqualTo(1);
        assertThat(rows(scene.stranger)).isEqualTo(1);
        assertThat(rows(scene.wardMember)).isEqualTo(1);
        assertThat(rows(scene.boardOfficer)).isEqualTo(2);
    }

    private long rows(String token) {
        return get(token, "exports?format=csv&plan=" + scene.plan)
                .asString()
                .lines()
                .count();
    }

    @Test
    void _401_without_a_token_and_400_for_another_kind_of_file() {
        isProblem(get("none", "exports"), 401, "not-signed-in");
        isProblem(get(scene.townOfficer, "exports?format=pdf"), 400, "malformed-request");
        isProblem(get(scene.townOfficer, "exports?status=LOST"), 400, "malformed-request");
    }

    /// Each row once, and what lives in the middle of it all is what lived before.
    @Test
    void a_hundred_thousand_rows_are_streamed() throws Exception {
        var id = scene.aReport();
        var columns = Rows.ask("""
            select string_agg(column_name, ', ') from information_schema.columns
             where table_schema = current_schema() and table_name = 'report' and is_generated = 'NEVER'\
            """).getFirst();
        Rows.ask("""
            insert into report (%1$s) select %1$s from (
              select (jsonb_populate_record(r, jsonb_build_object(
                'id', gen_random_uuid(), 'assignment_id', gen_random_uuid()))).*
              from report r, generate_series(2, ?) where r.id = ?) copy\
            """.formatted(columns), MANY, id);
        var before = live();
        long halfway = 0;
        var seen = new HashSet<Integer>();
        int rows = 0;
        try (var client = HttpClient.newHttpClient();
                var body = client.send(
                                HttpRequest.newBuilder(URI.create(exports + "?plan=" + scene.plan))
                                        .header("Authorization", "Bearer " + scene.townOfficer)
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                rows++;
                seen.add(line.hashCode());
                if (rows == MANY / 2) {
                    halfway = live();
                }
            }
        }
        assertThat(rows).isEqualTo(MANY + 1);
        assertThat(seen).hasSizeGreaterThan(MANY - 10);
        assertThat(halfway - before).isLessThan(30_000_000);
        Rows.ask("delete from report where plan_id = ? and id <> ?", scene.plan, id);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
