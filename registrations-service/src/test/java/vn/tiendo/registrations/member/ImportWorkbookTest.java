package vn.tiendo.registrations.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.member.MemberFiles.completed;
import static vn.tiendo.registrations.member.MemberFiles.imported;
import static vn.tiendo.registrations.member.MemberFiles.rejections;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;

/// Offices keep their members in workbooks, with days as days and numbers as numbers.
@QuarkusTest
class ImportWorkbookTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADER = List.of(
            "name",
            "birthDate",
            "category",
            "status",
            "organisationCode",
            "from",
            "to",
            "nationalId",
            "email",
            "identityIssuer",
            "identitySubject");
    private static final LocalDate BORN = LocalDate.of(1986, 5, 12);

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation youth = scene.aCell();
    private final String nationalId = "%012d".formatted(UUID.randomUUID().getLeastSignificantBits() >>> 25);
    private final String account = "account-" + UUID.randomUUID();

    @Test
    void a_workbook_is_taken_like_a_text_file() {
        var file = workbook();
        var before = count("select count(*) from member");
        var tried = sent(file, "?dryRun=true");
        assertThat(tried.getInt("accepted")).isEqualTo(3);
        assertThat(count("select count(*) from member")).isEqualTo(before);

        var done = sent(file, "");
        assertThat(done.getInt("accepted")).isEqualTo(3);
        assertThat(rejections(done))
                .isEqualTo(rejections(tried))
                .containsExactly("5 formula-in-row", "6 cell-not-understood", "7 cell-missing");
        assertThat(done.getString("outcomes[0].id")).isEqualTo(done.getString("outcomes[1].id"));
        get(scene.officer, "members/" + done.getString("outcomes[0].id"))
                .then()
                .body("name", is("Bùi Thị Lan"))
                .body("birthDate", is("1986-05-12"))
                .body("nationalIdKnown", is(true))
                .body("memberships", hasSize(2))
                .body("memberships[0].from", is("2020-01-01"))
                .body("memberships[1].to", is("2024-04-30"));
        get(scene.officer, "members/" + done.getString("outcomes[2].id")).then().body("identitySubject", is(account));

        var again = sent(file, "");
        assertThat(again.getInt("unchanged")).isEqualTo(3);
        assertThat(again.getList("outcomes.id")).isEqualTo(done.getList("outcomes.id"));
    }

    /// The same persons are known again, whichever kind of file they come in.
    @Test
    void what_a_text_file_says_too_changes_nothing() {
        sent(workbook(), "");
        var text = String.join(",", HEADER) + "\nBùi Thị Lan,12/5/1986,PARTY_MEMBER,ACTIVE," + cell.code()
                + ",2020-01-01,," + nationalId + ",,,\n";
        assertThat(imported(scene.administrator, "", text).getInt("unchanged")).isOne();
    }

    private JsonPath sent(byte[] file, String query) {
        String id = given().auth()
                .oauth2(scene.administrator)
                .contentType(XLSX)
                .body(file)
                .post(MemberRows.PATH + query)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return completed(scene.administrator, id);
    }

    private byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Đảng viên");
            for (int i = 0; i < HEADER.size(); i++) {
                sheet.value(0, i, HEADER.get(i));
            }
            person(sheet, 1, "Bùi Thị Lan", cell, LocalDate.of(2020, 1, 1));
            sheet.value(1, 7, nationalId);
            person(sheet, 2, "Bùi Thị Lan", youth, LocalDate.of(2021, 5, 1));
            sheet.value(2, 6, LocalDate.of(2024, 4, 30));
            sheet.style(2, 6).format("d/m/yyyy").set();
            sheet.value(2, 7, nationalId);
            person(sheet, 3, "Đào Văn Minh", cell, LocalDate.of(2019, 1, 1));
            sheet.value(3, 9, "https://issuer.example");
            sheet.value(3, 10, account);
            person(sheet, 4, "x", cell, LocalDate.of(2019, 1, 1));
            sheet.formula(4, 0, "A2");
            person(sheet, 5, "Đinh Văn Phúc", cell, LocalDate.of(2019, 1, 1));
            sheet.value(5, 1, "năm 1986");
            person(sheet, 6, "Lý Văn Quang", cell, LocalDate.of(2019, 1, 1));
            sheet.value(6, 4, "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void person(Worksheet sheet, int row, String name, KnownOrganisation place, LocalDate from) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, BORN);
        sheet.style(row, 1).format("d/m/yyyy").set();
        sheet.value(row, 2, "PARTY_MEMBER");
        sheet.value(row, 3, "ACTIVE");
        sheet.value(row, 4, place.code());
        sheet.value(row, 5, from);
        sheet.style(row, 5).format("d/m/yyyy").set();
    }
}
