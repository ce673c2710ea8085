package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.execute;
import static vn.tiendo.registrations.member.MemberFiles.imported;
import static vn.tiendo.registrations.member.MemberFiles.rejections;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;

/// What a file tells of persons whom its sender does not see, and how one of them comes to belong to a second place.
@QuarkusTest
class ImportBeyondReachTest {

    private static final String HEADER =
            "name,birthDate,category,status,organisationCode,from,nationalId,email,phone,identityIssuer,identitySubject\n";
    private static final String BORN = "1980-02-03";

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation other = scene.aCell();
    private final String secretary = scene.aSecretaryOf(cell);
    private final String nationalId = "%012d".formatted(new Random().nextLong(1_000_000_000_000L));

    @Test
    void a_number_alone_tells_nothing_of_somebody_elsewhere_and_is_on_record() {
        var person = kept(other);
        for (var mode : List.of("?dryRun=true", "")) {
            var otherName = imported(secretary, mode, HEADER + row("Lê Văn Khác", BORN, cell, "2021-01-01", "x@y.vn"));
            assertThat(rejections(otherName)).containsExactly("2 other-name-or-birth-date");
            assertThat(otherName.getString("outcomes[0].detail")).doesNotContain("name,", "email");
            var otherDay =
                    imported(secretary, mode, HEADER + row("Trần Thị Mai", "1980-02-04", cell, "2021-01-01", ""));
            assertThat(rejections(otherDay)).containsExactly("2 other-name-or-birth-date");
        }
        assertThat(matches(person)).isEqualTo(4);
        as(secretary).get("/api/v1/members/" + person).then().statusCode(404);
    }

    @Test
    void who_knows_name_and_birth_date_is_told_what_differs_and_may_let_the_person_join() {
        var person = kept(other);
        var wrong =
                imported(secretary, "?dryRun=true", HEADER + row("tran thi mai", BORN, cell, "2021-01-01", "x@y.vn"));
        assertThat(rejections(wrong)).containsExactly("2 differs-from-kept");
        assertThat(wrong.getString("outcomes[0].detail")).contains("name, email");
        var right = HEADER + row("Trần Thị Mai", BORN, cell, "2021-01-01", "");
        assertThat(imported(secretary, "?dryRun=true", right).getInt("accepted"))
                .isOne();
        assertThat(imported(secretary, "", right).getString("outcomes[0].id")).isEqualTo(person.toString());
        assertThat(matches(person)).isEqualTo(3);
        as(secretary).get("/api/v1/members/" + person).then().statusCode(200);
        assertThat(imported(secretary, "", right).getInt("unchanged")).isOne();
        assertThat(matches(person)).isEqualTo(3);
    }

    @Test
    void what_a_restriction_hides_is_not_compared() {
        var person = kept(cell);
        execute("update member set restricted_at = now() where id = ?1", person);
        var contacts = HEADER + row("Trần Thị Mai", BORN, cell, "2020-01-01", "x@y.vn");
        assertThat(imported(secretary, "?dryRun=true", contacts).getInt("unchanged"))
                .isOne();
        var day = imported(secretary, "", HEADER + row("Trần Thị Mai", "1980-02-04", cell, "2020-01-01", ""));
        assertThat(rejections(day)).containsExactly("2 other-name-or-birth-date");
        var unnumbered =
                HEADER + row("Trần Thị Mai", BORN, cell, "2022-01-01", "").replace(nationalId, "");
        assertThat(rejections(imported(secretary, "?dryRun=true", unnumbered))).containsExactly("2 possible-duplicate");
        assertThat(matches(person)).isEqualTo(3);
        assertThat(count("select count(*) from member where id = ?1 and email = 'mai@example.org'", person))
                .isOne();
    }

    private UUID kept(KnownOrganisation place) {
        JsonPath done = imported(
                scene.administrator, "", HEADER + row("Trần Thị Mai", BORN, place, "2020-01-01", "mai@example.org"));
        return UUID.fromString(done.getString("outcomes[0].id"));
    }

    private static long matches(UUID person) {
        return count("select count(*) from audit_record where subject_id = ?1 and action = 'match-member'", person);
    }

    private String row(String name, String born, KnownOrganisation place, String from, String email) {
        return String.join(",", name, born, "PARTY_MEMBER", "ACTIVE", place.code(), from, nationalId, email, "", "", "")
                + "\n";
    }
}
