package vn.tiendo.plans.post;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.kit.intake.Uploads.POSTS;
import static vn.tiendo.kit.intake.Uploads.imported;
import static vn.tiendo.kit.intake.Uploads.rejections;
import static vn.tiendo.kit.intake.Uploads.upload;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.get;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class ImportPostsTest {

    private static final String HEADER = "organisationCode,role,subject,validFrom,validTo,deputyOfSubject\n";

    private Unit province;
    private Unit unit;
    private String administrator;
    private String s;

    @BeforeEach
    void grow() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        administrator = aHolder("ADMINISTRATOR", province.id());
        s = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_deputy_may_stand_before_the_one_it_stands_in_for() {
        var file = HEADER
                + row(unit, "COMMITTEE_LEADER", "second", "2023-01-01", "", "deputy")
                + row(unit, "COMMITTEE_LEADER", "deputy", "2023-01-01", "", "holder")
                + row(unit, "COMMITTEE_LEADER", "holder", "2023-01-01", "", "");
        var before = TestDatabase.count("select count(*) from post");
        var dry = imported(administrator, POSTS + "?dryRun=true", file);
        assertThat(rejections(dry)).isEmpty();
        assertThat(TestDatabase.count("select count(*) from post")).isEqualTo(before);
        var done = imported(administrator, POSTS, file);
        assertThat(done.getInt("accepted")).isEqualTo(3);
        String holder = done.getString("outcomes[2].id");
        String deputy = done.getString("outcomes[1].id");
        get(administrator, "/api/v1/posts/" + deputy).then().body("deputyOf", Matchers.is(holder));
        get(administrator, "/api/v1/posts/" + done.getString("outcomes[0].id"))
                .then()
                .body("deputyOf", Matchers.is(deputy));
        get("holder-" + s, "/api/v1/organisations/" + unit.id()).then().statusCode(200);
        var again = imported(administrator, POSTS, file);
        assertThat(again.getInt("unchanged")).isEqualTo(3);
        assertThat(again.getList("outcomes.id")).isEqualTo(done.getList("outcomes.id"));
    }

    @Test
    void each_bad_row_has_its_reason_in_a_dry_run_as_in_the_real_one() {
        var stranger = aUnit(aProvince().id(), "GRASSROOTS_COMMITTEE");
        var file = HEADER
                + row(unit, "COMMITTEE_LEADER", "a", "2023-01-01", "2023-12-31", "")
                + row(unit, "COMMITTEE_LEADER", "a", "2023-12-31", "", "")
                + row(unit, "COMMITTEE_LEADER", "a", "2024-01-01", "", "")
                + row(stranger, "COMMITTEE_LEADER", "b", "2023-01-01", "", "")
                + row(unit, "EMPEROR", "c", "2023-01-01", "", "")
                + row(unit, "COMMITTEE_LEADER", "d", "2023-01-01", "", "nobody")
                + row(unit, "EMPEROR", "d", "2023-01-01", "", "c")
                + row(unit, "COMMITTEE_LEADER", "e", "2023-02-01", "2023-01-31", "")
                + row(unit, "COMMITTEE_OFFICER", "f", "2023-01-01", "", "f")
                + row(unit, "COMMITTEE_OFFICER", "g", "2023-01-01", "", "")
                + row(unit, "COMMITTEE_OFFICER", "g", "2023-01-01", "2024-01-01", "")
                + unit.code() + ",MEMBER,,2023-01-01,,\n"
                + province.code() + ",COMMITTEE_LEADER," + administrator + ",2023-01-01,,\n"
                + row(unit, "COMMITTEE_LEADER", "h", "2022-01-01", "2022-12-31", "a");
        var expected = new String[] {
            "3 a-holder-has-a-post-once-at-a-time",
            "5 unknown-organisation",
            "6 cell-not-understood",
            "7 nobody-to-stand-in-for",
            "8 cell-not-understood",
            "9 post-period-reversed",
            "10 circle-among-rows",
            "11 row-twice",
            "12 row-twice",
            "13 cell-missing",
            "14 own-post",
            "15 nobody-to-stand-in-for"
        };
        assertThat(rejections(imported(administrator, POSTS + "?dryRun=true", file)))
                .containsExactly(expected);
        var done = imported(administrator, POSTS, file);
        assertThat(rejections(done)).containsExactly(expected);
        assertThat(done.getInt("accepted")).isEqualTo(2);
        assertThat(rejections(imported(
                        administrator,
                        POSTS,
                        HEADER + row(unit, "COMMITTEE_LEADER", "a", "2024-01-01", "2025-01-01", ""))))
                .containsExactly("2 differs-from-kept");
    }

    @Test
    void only_who_administers_the_place_gives_posts_there() {
        var local = aHolder("ADMINISTRATOR", unit.id());
        upload(
                        aHolder("COMMITTEE_LEADER", province.id()),
                        POSTS,
                        HEADER + row(unit, "MEMBER", "a", "2023-01-01", "", ""))
                .then()
                .statusCode(403)
                .body("type", Matchers.is("/problems/role-required"));
        var done = imported(
                local,
                POSTS,
                HEADER
                        + row(unit, "MEMBER", "a", "2023-01-01", "", "")
                        + row(province, "MEMBER", "a", "2023-01-01", "", ""));
        assertThat(rejections(done)).containsExactly("3 unknown-organisation");
    }

    private String row(Unit place, String role, String subject, String from, String to, String deputyOf) {
        return String.join(
                        ",",
                        place.code(),
                        role,
                        subject + "-" + s,
                        from,
                        to,
                        deputyOf.isEmpty() ? "" : deputyOf + "-" + s)
                + "\n";
    }
}
