package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static vn.tiendo.kit.intake.Uploads.ORGANISATIONS;
import static vn.tiendo.kit.intake.Uploads.completed;
import static vn.tiendo.kit.intake.Uploads.imported;
import static vn.tiendo.kit.intake.Uploads.rejections;
import static vn.tiendo.kit.intake.Uploads.upload;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.give;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class ImportOrganisationsTest {

    private static final String HEADER = "code,parentCode,hierarchy,kind,name,validFrom,validTo\n";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Unit province;
    private String administrator;
    private String p;

    @BeforeEach
    void grow() {
        province = aProvince();
        administrator = aHolder("ADMINISTRATOR", province.id());
        p = "I" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    @Test
    void children_may_stand_before_their_parents() {
        var done = imported(
                administrator,
                ORGANISATIONS,
                HEADER
                        + row("C1", p + "G1", "CELL", "Chi bộ 1")
                        + row("G1", p + "D1", "GRASSROOTS_COMMITTEE", "Đảng bộ cơ sở 1")
                        + row("D1", province.code(), "DISTRICT_COMMITTEE", "Huyện ủy 1"));
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(counts(done)).isEqualTo("rows 3, waiting 0, accepted 3, unchanged 0, rejected 0");
        var subtree = get(administrator, "/api/v1/organisations/" + province.id() + "/subtree?asOf=2024-06-01")
                .jsonPath();
        assertThat(subtree.getList("items.name"))
                .containsExactly("Đơn vị " + province.code(), "Huyện ủy 1", "Đảng bộ cơ sở 1", "Chi bộ 1");
        assertThat(subtree.getList("items.level")).containsExactly(2, 3, 4, 5);
        String cell = done.getString("outcomes[0].id");
        get(administrator, "/api/v1/organisations/" + cell)
                .then()
                .statusCode(200)
                .body("code", is(p + "C1"))
                .body("parentId", is(done.getString("outcomes[1].id")))
                .body("validFrom", is("2010-01-01"));
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> TestEvents.on("plans.organisation.v1", cell).size() == 1);
        assertThat(TestDatabase.count(
                        "select count(*) from audit_record where subject_id = ? and action = 'create-organisation'",
                        UUID.fromString(cell)))
                .isEqualTo(1);
    }

    @Test
    void a_dry_run_says_the_same_and_makes_nothing() {
        var unit = aUnit(province.id(), "DISTRICT_COMMITTEE");
        var file = HEADER
                + row("C1", p + "G1", "CELL", "Chi bộ 1")
                + row("G1", unit.code(), "GRASSROOTS_COMMITTEE", "Đảng bộ 1")
                + row("X1", p + "X2", "CELL", "Không có cấp trên")
                + row("X3", unit.code(), "NO_SUCH_KIND", "Loại lạ")
                + row("X4", p + "X3", "CELL", "Dưới dòng sai");
        var before = TestDatabase.count("select count(*) from organisation");
        var numbers = TestDatabase.count("select last_value from organisation_number");
        var dry = imported(administrator, ORGANISATIONS + "?dryRun=true", file);
        assertThat(dry.getBoolean("dryRun")).isTrue();
        assertThat(TestDatabase.count("select count(*) from organisation")).isEqualTo(before);
        assertThat(TestDatabase.count("select last_value from organisation_number"))
                .isEqualTo(numbers);
        assertThat(dry.getList("outcomes.id")).containsOnlyNulls();
        var real = imported(administrator, ORGANISATIONS, file);
        assertThat(rejections(real))
                .containsExactly("4 unknown-parent", "5 unknown-organisation-kind", "6 rests-on-rejected-row");
        assertThat(rejections(dry)).isEqualTo(rejections(real));
        assertThat(counts(dry)).isEqualTo(counts(real));
        assertThat(TestDatabase.count("select count(*) from organisation")).isEqualTo(before + 2);
    }

    @Test
    void each_bad_row_has_its_reason_and_the_others_are_taken() {
        var unit = aUnit(province.id(), "DISTRICT_COMMITTEE");
        var stranger = aUnit(aProvince().id(), "DISTRICT_COMMITTEE");
        var done = imported(
                administrator,
                ORGANISATIONS,
                HEADER
                        + row("A", unit.code(), "CELL", "Được nhận")
                        + row("B", unit.code(), "CELL", "Lặp")
                        + row("B", unit.code(), "CELL", "Lặp lại")
                        + row("K1", p + "K2", "CELL", "Vòng")
                        + row("K2", p + "K1", "CELL", "Vòng")
                        + row("K3", p + "K2", "CELL", "Dưới vòng")
                        + line(p + "V1", unit.code(), "PARTY", "CELL", "Ngược", "2024-02-01", "2024-01-31")
                        + line(p + "V2", unit.code(), "PARTY", "CELL", "Trước cấp trên", "1999-12-31", "")
                        + line(p + "V3", unit.code(), "PARTY", "CELL", "Ngày sai", "31/02/2024", "")
                        + line(p + "V4", unit.code(), "PARTY", "CELL", "Ngày Việt", "29/02/2024", "")
                        + line(p + "H", unit.code(), "PARTYY", "CELL", "Hệ thống lạ", "2024-01-01", "")
                        + line("mã có dấu", unit.code(), "PARTY", "CELL", "Mã sai", "2024-01-01", "")
                        + line(p + "N", unit.code(), "PARTY", "CELL", "", "2024-01-01", "")
                        + row("S", stranger.code(), "CELL", "Ngoài phạm vi")
                        + line(stranger.code(), unit.code(), "PARTY", "CELL", "Mã của nơi khác", "2024-01-01", "")
                        + line(p + "R", "", "PARTY", "CENTRAL", "Gốc thứ hai", "2024-01-01", "")
                        + line(unit.code(), province.code(), "PARTY", "CELL", "Đổi tên", "2000-01-01", "")
                        + line(
                                unit.code() + "x",
                                unit.code(),
                                "PARTY",
                                "CELL",
                                "Tên quá dài ".repeat(20),
                                "2024-01-01",
                                ""));
        assertThat(rejections(done))
                .containsExactly(
                        "3 row-twice",
                        "4 row-twice",
                        "5 circle-among-rows",
                        "6 circle-among-rows",
                        "7 rests-on-rejected-row",
                        "8 validity-reversed",
                        "9 outside-parents-validity",
                        "10 cell-not-understood",
                        "12 cell-not-understood",
                        "13 cell-not-understood",
                        "14 cell-missing",
                        "15 unknown-parent",
                        "16 one-organisation-per-code",
                        "17 root-reserved",
                        "18 differs-from-kept",
                        "19 cell-not-understood");
        assertThat(counts(done)).isEqualTo("rows 18, waiting 0, accepted 2, unchanged 0, rejected 16");
    }

    @Test
    void a_row_that_is_there_already_is_left_alone_however_its_accents_are_encoded() {
        var name = "Đảng bộ xã Tân Tiến";
        var file = HEADER + row("G1", province.code(), "GRASSROOTS_COMMITTEE", name);
        var first = imported(administrator, ORGANISATIONS, file);
        var again = imported(administrator, ORGANISATIONS, Normalizer.normalize(file, Normalizer.Form.NFD));
        assertThat(again.getString("outcomes[0].outcome")).isEqualTo("UNCHANGED");
        assertThat(again.getString("outcomes[0].id")).isEqualTo(first.getString("outcomes[0].id"));
        var other = imported(administrator, ORGANISATIONS, file.replace("Tân Tiến", "Tân Tiên"));
        assertThat(other.getString("outcomes[0].detail"))
                .isEqualTo("Đã có và khác ở name. Nhập tệp chỉ thêm mới, không sửa.");
    }

    @Test
    void rejected_rows_are_downloaded_with_reasons_in_the_readers_language_and_can_be_sent_again() {
        var file = HEADER
                + line(p + "A", province.code(), "PARTY", "NO_SUCH_KIND", "=HYPERLINK(\"http://x\")", "2024-01-01", "")
                + row("B", province.code(), "CELL", "Được nhận");
        var done = imported(administrator, ORGANISATIONS, file);
        var path = ORGANISATIONS + "/" + done.getString("id") + "/failed-rows";
        var csv = RestAssured.given()
                .auth()
                .oauth2(Tokens.of(administrator))
                .header("Accept-Language", "en")
                .get(path);
        csv.then()
                .statusCode(200)
                .contentType("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"failed-rows.csv\"");
        assertThat(csv.asString())
                .isEqualTo("\uFEFFcode,parentCode,hierarchy,kind,name,validFrom,validTo,reasonRow,reasonCode,reason\r\n"
                        + p + "A," + province.code()
                        + ",PARTY,NO_SUCH_KIND,\"'=HYPERLINK(\"\"http://x\"\")\",2024-01-01,,2,"
                        + "unknown-organisation-kind,There is no kind of organisation NO_SUCH_KIND.\r\n");
        assertThat(get(administrator, path).asString()).contains("Không có loại tổ chức");
        var corrected = imported(administrator, ORGANISATIONS, csv.asString().replace("NO_SUCH_KIND", "CELL"));
        assertThat(counts(corrected)).isEqualTo("rows 1, waiting 0, accepted 1, unchanged 0, rejected 0");
        get(administrator, "/api/v1/organisations/" + corrected.getString("outcomes[0].id"))
                .then()
                .body("name", is("=HYPERLINK(\"http://x\")"));
    }

    @Test
    void a_workbook_is_taken_like_a_text_file() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Tổ chức");
            var header = HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, p + "G");
            sheet.value(1, 1, province.code());
            sheet.value(1, 2, "PARTY");
            sheet.value(1, 3, "GRASSROOTS_COMMITTEE");
            sheet.value(1, 4, "Đảng bộ phường");
            sheet.value(1, 5, LocalDate.of(2015, 6, 30));
            sheet.style(1, 5).format("d/m/yyyy").set();
            for (int i = 0; i < 6; i++) {
                sheet.value(2, i, "x" + i);
            }
            sheet.formula(2, 4, "A1");
        }
        var sent = upload(administrator, ORGANISATIONS, XLSX, bytes.toByteArray());
        sent.then().statusCode(202).header("Location", containsString(ORGANISATIONS + "/" + sent.path("id")));
        var done = completed(administrator, ORGANISATIONS + "/" + sent.path("id"));
        assertThat(rejections(done)).containsExactly("3 formula-in-row");
        get(administrator, "/api/v1/organisations/" + done.getString("outcomes[0].id"))
                .then()
                .body("name", is("Đảng bộ phường"))
                .body("validFrom", is("2015-06-30"));
    }

    @Test
    void a_file_that_is_no_such_table_is_refused_as_a_whole() {
        refused(upload(administrator, ORGANISATIONS, "text/csv", new byte[0]), 422, "empty-table");
        refused(upload(administrator, ORGANISATIONS, "code,name\nA,B\n"), 422, "missing-column");
        refused(upload(administrator, ORGANISATIONS, HEADER), 422, "empty-table");
        refused(
                upload(administrator, ORGANISATIONS, "text/csv", new byte[] {'P', 'K', 3, 4, (byte) 0xFF}),
                422,
                "table-not-utf8");
        refused(
                upload(administrator, ORGANISATIONS, XLSX, HEADER.getBytes(StandardCharsets.UTF_8)),
                422,
                "unreadable-table");
        refused(
                upload(administrator, ORGANISATIONS, "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                415,
                "unsupported-media-type");
        refused(upload(administrator, ORGANISATIONS, HEADER + "A,B\n".repeat(20_001)), 422, "too-many-rows");
    }

    @Test
    void ten_megabytes_are_taken_and_more_is_refused() {
        var cell = "x".repeat(1_000);
        var row = row("A", province.code(), "CELL", cell);
        var rows = (10 * 1024 * 1024 - HEADER.length()) / row.getBytes(StandardCharsets.UTF_8).length;
        var sent = upload(administrator, ORGANISATIONS, HEADER + row.repeat(rows));
        sent.then().statusCode(202).body("rows", is(rows)).body("rejected", is(rows));
        refused(upload(administrator, ORGANISATIONS, HEADER + row.repeat(rows + 2)), 413, "body-too-large");
        refused(
                upload(administrator, "/api/v1/organisations", "application/json", new byte[1024 * 1024 + 1]),
                413,
                "body-too-large");
    }

    @Test
    void only_who_administers_something_imports_and_only_the_sender_sees_the_import() {
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var file = HEADER + row("A", province.code(), "CELL", "Chi bộ");
        refused(upload(officer, ORGANISATIONS, file), 403, "role-required");
        refused(upload("nobody-at-all", ORGANISATIONS, file), 403, "role-required");
        var done = imported(administrator, ORGANISATIONS, file);
        var path = ORGANISATIONS + "/" + done.getString("id");
        refused(get(aHolder("ADMINISTRATOR", province.id()), path), 404, "import-not-found");
        refused(get(officer, path + "/failed-rows"), 404, "import-not-found");
        get(administrator, ORGANISATIONS).then().statusCode(200).body("items", hasSize(1));
        get(officer, ORGANISATIONS).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_superior_in_sight_where_one_administers_nothing_takes_nobody_in() {
        var unit = aUnit(province.id(), "DISTRICT_COMMITTEE");
        var mixed = aHolder("ADMINISTRATOR", unit.id());
        give(FIRST_ADMINISTRATOR, mixed, "AUDITOR", province.id()).then().statusCode(201);
        var done = imported(
                mixed,
                ORGANISATIONS,
                HEADER + row("A", unit.code(), "CELL", "Trong") + row("B", province.code(), "CELL", "Ngoài"));
        assertThat(rejections(done)).containsExactly("3 role-required");
    }

    @Test
    void who_lost_the_post_meanwhile_imports_nothing_more() {
        try (var held = HeldTask.named("table-importing")) {
            var given = give(FIRST_ADMINISTRATOR, p + "leaver", "ADMINISTRATOR", province.id());
            var sent = upload(p + "leaver", ORGANISATIONS, HEADER + row("A", province.code(), "CELL", "Chi bộ"));
            sent.then().statusCode(202).body("status", is("WAITING")).body("waiting", is(1));
            command(
                            FIRST_ADMINISTRATOR,
                            "/api/v1/posts/" + given.path("id") + "/ending",
                            given.header("ETag"),
                            Map.of("lastDay", "2001-01-01"))
                    .then()
                    .statusCode(200);
            held.close();
            assertThat(rejections(completed(p + "leaver", ORGANISATIONS + "/" + sent.path("id"))))
                    .containsExactly("2 unknown-parent");
        }
    }

    @Test
    void outcomes_are_paged_and_filtered() {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 5; i++) {
            file.append(row("A" + i, province.code(), i % 2 == 0 ? "CELL" : "NO_KIND", "Chi bộ " + i));
        }
        var done = imported(administrator, ORGANISATIONS, file.toString());
        var path = ORGANISATIONS + "/" + done.getString("id");
        var first = get(administrator, path + "?limit=2&outcome=ACCEPTED").jsonPath();
        assertThat(first.getList("outcomes.row")).containsExactly(2, 4);
        var second = get(administrator, path + "?limit=2&outcome=ACCEPTED&cursor=" + first.getString("nextCursor"))
                .jsonPath();
        assertThat(second.getList("outcomes.row")).containsExactly(6);
        assertThat(second.getString("nextCursor")).isNull();
        refused(get(administrator, path + "?outcome=MAYBE"), 400, "malformed-request");
    }

    @Test
    void the_same_key_sends_a_file_once() {
        var file = HEADER + row("A", province.code(), "CELL", "Chi bộ");
        List<String> ids = Stream.of(1, 2)
                .map(time -> RestAssured.given()
                        .auth()
                        .oauth2(Tokens.of(administrator))
                        .contentType("text/csv")
                        .header("Idempotency-Key", p + "key-of-a-file")
                        .body(file.getBytes(StandardCharsets.UTF_8))
                        .post(ORGANISATIONS)
                        .<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        completed(administrator, ORGANISATIONS + "/" + ids.getFirst());
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", startsWith("/problems/")).body("type", is("/problems/" + code));
    }

    private static String counts(JsonPath done) {
        return "rows %d, waiting %d, accepted %d, unchanged %d, rejected %d"
                .formatted(
                        done.getInt("rows"),
                        done.getInt("waiting"),
                        done.getInt("accepted"),
                        done.getInt("unchanged"),
                        done.getInt("rejected"));
    }

    private String row(String code, String parent, String kind, String name) {
        return line(p + code, parent, "PARTY", kind, name, "2010-01-01", "");
    }

    private static String line(String... cells) {
        return Arrays.stream(cells)
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
