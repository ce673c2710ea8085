package vn.tiendo.reporting.consolidation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.consolidation.ConsolidationScene.Wanted;

/// Which reports of which units a superior's report is made of.
@QuarkusTest
class FindUnitsTest {

    private static final String THREE = "{\"code\":\"study_sessions\",\"value\":3}";
    private static final String FIVE = "{\"code\":\"study_sessions\",\"value\":5}";

    private final ConsolidationScene scene = new ConsolidationScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ConsolidationScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static String figure(String code) {
        return "content.figures.find { it.code == '" + code + "' && it.breakdown == null }.";
    }

    /// "trước ngày 29/2/2024" and "trong tháng 4 năm 2024" ask for the same three years.
    @Test
    void units_that_report_by_a_day_are_found_by_a_superior_that_reports_within_a_month() {
        TestClock.setTo(LocalDateTime.of(2024, 2, 20, 9, 0));
        var review = new Wanted(scene.plan, "INTERIM_REVIEW_REPORT", "THREE_YEAR", "2024", "2024-02-28T17:00:00Z");
        scene.accepted(scene.wards.get(0), review, "a", THREE);
        scene.accepted(scene.wards.get(1), review, "b", FIVE);
        var town = scene.expected(scene.town, scene.province, review.labelled("2024-04", "2024-04-30T17:00:00Z"));
        scene.consolidate(town).then().statusCode(200).body("expected", is(2)).body("included", is(2));
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("study_sessions") + "value", is(8))
                .body("dataFrom", is("2021-01-01"))
                .body("dataTo", is("2023-12-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2024-03, 2024-03, 2024-04",
        "QUARTERLY, 2024-Q1, 2024-Q1, 2024-Q2",
        "ANNUAL, 2024-11, 2024, 2023"
    })
    void reports_of_another_period_are_not_among_them(String form, String of, String same, String other) {
        var wanted = new Wanted(scene.plan, "PERIODIC_REPORT", form, of, "2024-11-04T17:00:00Z");
        scene.expected(scene.wards.get(0), scene.town, wanted.labelled(same, wanted.dueAt()));
        scene.expected(scene.wards.get(1), scene.town, wanted.labelled(other, wanted.dueAt()));
        var town = scene.expected(scene.town, scene.province, wanted);
        scene.consolidate(town).then().statusCode(200).body("expected", is(1));
    }

    @Test
    void a_unit_that_is_asked_twice_counts_once_by_the_plan_of_its_superior() {
        var other = scene.sixMonth.by(Uuid7.next());
        scene.accepted(scene.wards.get(0), other, "a", FIVE);
        scene.accepted(scene.wards.get(0), "b", THREE);
        scene.expected(scene.wards.get(1)); // the same plan asks for it: it is missing
        scene.accepted(scene.wards.get(1), other, "c", FIVE);
        scene.accepted(scene.wards.get(2), other, "d", FIVE); // nobody else asks
        var town = scene.ofTheTown();
        scene.consolidate(town)
                .then()
                .statusCode(200)
                .body("expected", is(3))
                .body("included", is(2))
                .body("missing", is(1));
        scene.read(scene.townOfficer, town).then().body(figure("study_sessions") + "value", is(8));
    }

    @Test
    void results_of_another_topic_are_left_alone_and_those_of_a_plan_that_carries_it_out_are_found() {
        var provincePlan = Uuid7.next();
        scene.planned(provincePlan, scene.province, null);
        scene.planned(scene.plan, scene.town, provincePlan);
        var result = new Wanted(scene.plan, "RESULT_REPORT", null, "2024", "2024-05-09T17:00:00Z");
        scene.accepted(scene.wards.get(0), result, "kết quả học tập", THREE);
        scene.accepted(scene.wards.get(0), result.by(Uuid7.next()), "việc khác", FIVE);
        scene.accepted(scene.wards.get(1), result.by(Uuid7.next()), "việc khác", FIVE);
        var town = scene.expected(scene.town, scene.province, result.by(provincePlan));
        scene.consolidate(town).then().statusCode(200).body("expected", is(1)).body("included", is(1));
        scene.read(scene.townOfficer, town).then().body(figure("study_sessions") + "value", is(3));
    }

    @Test
    void a_cell_below_a_ward_that_reports_to_the_town_as_well_is_not_added_a_second_time() {
        var cell = TestTree.aChildOf(scene.wards.get(0));
        scene.accepted(cell, "chi bộ", THREE);
        scene.expected(scene.wards.get(0));
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200).body("included", is(1));
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("study_sessions") + "value", is(3)); // the ward is not in, so its cell stands for itself
        scene.accepted(scene.wards.get(1), "phường khác", FIVE);
        scene.accepted(scene.wards.get(0), scene.sixMonth, "phường", FIVE);
        scene.consolidate(town).then().statusCode(200).body("included", is(3));
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("study_sessions") + "value", is(10))
                .body(figure("study_sessions") + "computedOf", is(2))
                .body("content.results", containsString("chi bộ"));
        scene.get(scene.townOfficer, town, "/units")
                .then()
                .body(
                        "items.findAll { it.contained }.organisationId",
                        contains(cell.id().toString()));
        scene.get(scene.townOfficer, town, "/figures/study_sessions").then().body("items", hasSize(2));
    }
}
