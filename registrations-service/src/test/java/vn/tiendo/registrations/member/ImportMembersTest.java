package vn.tiendo.registrations.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.member.MemberFiles.completed;
import static vn.tiendo.registrations.member.MemberFiles.imported;
import static vn.tiendo.registrations.member.MemberFiles.rejections;
import static vn.tiendo.registrations.member.MemberFiles.upload;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;

/// Members from a file: what becomes of each row, in a dry run as in the real one.
@QuarkusTest
class ImportMembersTest {

    private static final String HEADER =
            "name,birthDate,category,status,organisationCode,from,to,cardNumber,nationalId,email\n";

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation youth = scene.aCell();
    private final Random random = new Random();

    @Test
    void one_person_in_several_rows_has_several_memberships_and_a_file_sent_twice_changes_nothing() {
        var nationalId = number();
        var file = HEADER
                + row("Bùi Thị Lan", cell, "2020-01-01", "", "", nationalId)
                + row("Bùi Thị Lan", youth, "2021-05-01", "2024-04-30", "", nationalId)
                + row("Đào Văn Minh", cell, "2019-01-01", "", number(), "")
                + row("Người Không Số", cell, "2018-01-01", "", "", "");
        var before = count("select count(*) from member");
        assertThat(imported(scene.administrator, "?dryRun=true", file).getInt("accepted"))
                .isEqualTo(4);
        assertThat(count("select count(*) from member")).isEqualTo(before);
        var done = imported(scene.administrator, "", file);
        assertThat(done.getInt("accepted")).isEqualTo(4);
        assertThat(done.getString("outcomes[0].id")).isEqualTo(done.getString("outcomes[1].id"));
        as(scene.officer)
                .get("/api/v1/members/" + done.getString("outcomes[0].id"))
                .then()
                .body("name", is("Bùi Thị Lan"))
                .body("nationalIdKnown", is(true))
                .body("memberships", hasSize(2))
                .body("memberships[1].organisationId", is(youth.id().toString()));
        assertThat(count(
                        "select count(*) from member_standing where member_id = ?1",
                        UUID.fromString(done.getString("outcomes[0].id"))))
                .isOne();
        var again = imported(scene.administrator, "", file);
        assertThat(again.getInt("unchanged")).isEqualTo(4);
        assertThat(again.getList("outcomes.id")).isEqualTo(done.getList("outcomes.id"));
        assertThat(count(
                        "select count(*) from table_import_row where cells like '%Lan%' or cells like ?1",
                        "%" + nationalId + "%"))
                .isZero();
    }

    @Test
    void each_bad_row_has_its_reason_in_a_dry_run_as_in_the_real_one() {
        var taken = number();
        imported(scene.administrator, "", HEADER + row("Hồ Văn Nam", cell, "2020-01-01", "", taken, ""));
        imported(scene.administrator, "", HEADER + row("Mai Thị Oanh", cell, "2020-01-01", "", "", ""));
        var stranger = new Scene().aCell();
        var twice = number();
        var one = number();
        var file = HEADER
                + row("Hồ Văn Nam", cell, "2020-01-01", "2024-01-01", taken, "")
                + row("Hồ Văn Khác", youth, "2020-01-01", "", taken, "")
                + row("Hồ Văn Nam", cell, "2022-01-01", "", taken, "")
                + row("Mai Thị Oanh", cell, "2021-01-01", "", "", "")
                + row("A", stranger, "2020-01-01", "", number(), "")
                + row("B", cell, "2020-13-01", "", number(), "")
                + row("C", cell, "2020-02-01", "2020-01-31", number(), "")
                + row("", cell, "2020-01-01", "", number(), "")
                + row("D", cell, "2020-01-01", "", "x", "")
                + row("E", cell, "2020-01-01", "", twice, "")
                + row("E", cell, "2020-01-01", "", twice, "")
                + row("G", cell, "2020-01-01", "", one, "")
                + row("G khác", youth, "2020-01-01", "", one, "")
                + "=1+1,1980-01-01,PARTY_MEMBER,ACTIVE," + cell.code() + ",2020-01-01,,,,not-an-address\n"
                + "H,1980-01-01,EMPEROR,ACTIVE," + cell.code() + ",2020-01-01,,,,\n";
        var expected = new String[] {
            "2 differs-from-kept",
            "3 differs-from-kept",
            "4 memberships-overlap",
            "5 possible-duplicate",
            "6 unknown-organisation",
            "7 cell-not-understood",
            "8 cell-not-understood",
            "9 cell-missing",
            "10 cell-not-understood",
            "11 row-twice",
            "12 row-twice",
            "14 differs-from-kept",
            "15 cell-not-understood",
            "16 cell-not-understood"
        };
        assertThat(rejections(imported(scene.administrator, "?dryRun=true", file)))
                .containsExactly(expected);
        var done = imported(scene.administrator, "", file);
        assertThat(rejections(done)).containsExactly(expected);
        assertThat(done.getInt("accepted")).isOne();
        var failed = as(scene.administrator)
                .get(MemberRows.PATH + "/" + done.getString("id") + "/failed-rows")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("failed-rows.csv"))
                .extract()
                .asString();
        assertThat(failed.lines()).hasSize(1 + expected.length);
        assertThat(failed).contains("Hồ Văn Khác", "'=1+1", "differs-from-kept").doesNotContain("\nG,");
    }

    @Test
    void the_same_file_under_the_same_key_is_one_import() {
        var key = "import-" + UUID.randomUUID();
        var file = HEADER + row("Lý Văn Quang", cell, "2020-01-01", "", number(), "");
        var first = send(key, file);
        var second = send(key, file);
        assertThat(second).isEqualTo(first);
        given().auth()
                .oauth2(scene.administrator)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body((file + "\n").getBytes(StandardCharsets.UTF_8))
                .post(MemberRows.PATH)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        assertThat(completed(scene.administrator, first).getInt("accepted")).isOne();
    }

    private String send(String key, String file) {
        return given().auth()
                .oauth2(scene.administrator)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(MemberRows.PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void who_may_send_and_who_may_look() {
        var file = HEADER + row("Đinh Văn Phúc", cell, "2020-01-01", "", number(), "");
        var inspector = Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee));
        upload(inspector, "", file).then().statusCode(403).body("type", is("/problems/role-required"));
        given().contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(MemberRows.PATH)
                .then()
                .statusCode(401);
        var secretary = scene.aSecretaryOf(cell);
        String id = upload(secretary, "", file)
                .then()
                .statusCode(202)
                .header("Location", containsString("/members/imports/"))
                .extract()
                .path("id");
        assertThat(completed(secretary, id).getInt("accepted")).isOne();
        as(scene.officer)
                .get(MemberRows.PATH + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/import-not-found"));
        as(scene.officer)
                .get(MemberRows.PATH + "/" + id + "/failed-rows")
                .then()
                .statusCode(404);
        as(secretary).get(MemberRows.PATH).then().statusCode(200).body("items", hasSize(1));
        var elsewhere = imported(secretary, "", HEADER + row("X", youth, "2020-01-01", "", number(), ""));
        assertThat(rejections(elsewhere)).containsExactly("2 unknown-organisation");
    }

    @Test
    void a_file_that_is_no_table_is_refused_and_leaves_nothing() {
        var before = count("select count(*) from table_import");
        upload(scene.administrator, "", "name\nA\n")
                .then()
                .statusCode(422)
                .body("type", is("/problems/missing-column"));
        upload(scene.administrator, "", "").then().statusCode(422).body("type", is("/problems/empty-table"));
        given().auth()
                .oauth2(scene.administrator)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(HEADER.getBytes(StandardCharsets.UTF_8))
                .post(MemberRows.PATH)
                .then()
                .statusCode(422)
                .body("type", is("/problems/unreadable-table"))
                .body("detail", not(containsString("Exception")));
        assertThat(count("select count(*) from table_import")).isEqualTo(before);
    }

    @Test
    void two_megabytes_pass_here_and_nowhere_else() {
        var large = HEADER + row("Z", cell, "2020-01-01", "", number(), "") + "\n".repeat(2 * 1024 * 1024);
        upload(scene.administrator, "?dryRun=true", large).then().statusCode(202);
        given().auth()
                .oauth2(scene.administrator)
                .contentType("application/json")
                .body(large)
                .post("/api/v1/members")
                .then()
                .statusCode(413);
    }

    private String number() {
        return "%012d".formatted(random.nextLong(1_000_000_000_000L));
    }

    private static String row(
            String name, KnownOrganisation place, String from, String to, String card, String nationalId) {
        return String.join(
                        ",", name, "1980-02-03", "PARTY_MEMBER", "ACTIVE", place.code(), from, to, card, nationalId, "")
                + "\n";
    }
}
