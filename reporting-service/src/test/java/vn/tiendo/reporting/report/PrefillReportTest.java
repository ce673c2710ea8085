package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// The six-month report of a ward begins with what the system knows of it and of its cells.
@QuarkusTest
class PrefillReportTest {

    private static final String REGISTERED =
            "\"owes\":10,\"submitted\":0,\"accepted\":5,\"exempt\":0,\"returned\":0,\"late\":0,\"missing\":5";

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static String figure(String code) {
        return "content.figures.find { it.code == '" + code + "' && it.breakdown == null }.";
    }

    private Response prefill(UUID id) {
        return scene.post(scene.wardOfficer, id, "prefilling");
    }

    @Test
    void each_figure_says_what_it_is_made_of() {
        var cell = TestTree.aChildOf(scene.ward);
        DraftScene.issue(scene.plan, scene.town.id(), 2024);
        DraftScene.registered(
                scene.plan,
                scene.ward,
                0,
                Uuid7.next(),
                "\"owes\":10,\"submitted\":1,\"accepted\":6,\"exempt\":2,\"returned\":0,\"late\":1,\"missing\":1");
        DraftScene.registered(
                scene.plan,
                cell,
                0,
                Uuid7.next(),
                "\"owes\":5,\"submitted\":0,\"accepted\":3,\"exempt\":0,\"returned\":0,\"late\":0,\"missing\":2");
        DraftScene.held(cell, "STUDY_SESSION", null, "2024-03-20", 40);
        DraftScene.held(scene.ward, "STUDY_SESSION", null, "2024-05-04", 2);
        DraftScene.held(scene.ward, "STUDY_SESSION", null, "2024-05-05", 100); // after the days of this report
        DraftScene.held(scene.ward, "STUDY_SESSION", null, "2023-12-31", 100); // before them
        DraftScene.held(scene.sibling, "STUDY_SESSION", null, "2024-03-20", 100); // of somebody else
        DraftScene.nominated(cell, "MODEL", "REPORTED", "2024-04-01T01:00:00Z");
        DraftScene.nominated(scene.ward, "COLLECTIVE", "COMMENDED", "2024-04-02T01:00:00Z");
        var id = scene.expectViaTheBoard();
        prefill(id)
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("dataFrom", is("2024-01-01"))
                .body("dataTo", is("2024-05-04"))
                .body(figure("registrations_owed") + "value", is(15))
                .body(figure("registrations_owed") + "source", is("FACTS"))
                .body(figure("registrations_owed") + "computedOf", is(2))
                .body(figure("registrations_accepted") + "value", is(9))
                .body(figure("registrations_rate") + "value", is(69.23f)) // 9 of 15 - 2
                .body(figure("registrations_rate") + "source", is("FORMULA"))
                .body(figure("study_sessions") + "value", is(2))
                .body(figure("study_attendance") + "value", is(42))
                .body(figure("nominations_reported") + "value", is(2))
                .body(
                        "content.figures.find { it.code == 'nominations_reported' && it.breakdown == 'MODEL' }.value",
                        is(1))
                .body("content.figures.code", not(hasItem("inspections"))) // nothing known is not zero
                .body("findings.code", hasItem("section-required"));
        DraftScene.get(scene.wardOfficer, "/reports/" + id + "/figures/study_attendance/facts?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].source", is("ACTIVITY"))
                .body("items[0].amount", is(40))
                .body("items[0].organisationId", is(cell.id().toString()));
        DraftScene.get(scene.wardOfficer, "/reports/" + id + "/figures/registrations_owed/facts")
                .then()
                .body("items.amount", contains(10, 5));
        scene.awaitEvent(id, "drafted");
    }

    @Test
    void a_known_zero_is_a_figure_and_lets_formulas_and_rules_be_reckoned() {
        DraftScene.issue(scene.plan, scene.town.id(), 2024);
        DraftScene.registered(scene.plan, scene.ward, 0, Uuid7.next(), REGISTERED);
        var id = scene.expectViaTheBoard();
        prefill(id)
                .then()
                .statusCode(200)
                .body(figure("registrations_exempt") + "value", is(0))
                .body(figure("registrations_rate") + "value", is(50));
        DraftScene.merge(
                        scene.wardOfficer,
                        id,
                        scene.etag(id),
                        "{\"figures\":[{\"code\":\"registrations_owed\",\"value\":4}]}")
                .then()
                .body("findings.code", hasItem("rule-broken"));
    }

    @Test
    void parts_that_do_not_make_the_whole_are_left_out() {
        DraftScene.nominated(scene.ward, "MODEL", "REPORTED", "2024-04-01T01:00:00Z");
        DraftScene.nominated(scene.ward, "APPROVAL_RULE", "REPORTED", "2024-04-01T01:00:00Z"); // no breakdown of ours
        var id = scene.expectViaTheBoard();
        prefill(id)
                .then()
                .statusCode(200)
                .body(figure("nominations_reported") + "value", is(2))
                .body("content.figures.breakdown", not(hasItem("MODEL")))
                .body("findings.code", not(hasItem("breakdown-differs")));
    }

    @Test
    void what_a_person_typed_stays_with_the_reckoned_value_beside_it() {
        var session = DraftScene.held(scene.ward, "STUDY_SESSION", null, "2024-03-20", 40);
        var id = scene.expectViaTheBoard();
        prefill(id).then().statusCode(200);
        DraftScene.merge(
                        scene.wardOfficer,
                        id,
                        scene.etag(id),
                        "{\"figures\":[{\"code\":\"study_attendance\",\"value\":45}]}")
                .then()
                .statusCode(200)
                .body(figure("study_attendance") + "value", is(45))
                .body(figure("study_attendance") + "source", is("ENTERED"))
                .body(figure("study_attendance") + "computed", is(40))
                .body("findings.code", hasItem("differs-from-reckoned"));
        DraftScene.activity(session, 1, scene.ward, "STUDY_SESSION", null, "CORRECTED", "2024-03-20", 44);
        prefill(id)
                .then()
                .body(figure("study_attendance") + "value", is(45))
                .body(figure("study_attendance") + "computed", is(44));
        DraftScene.merge(scene.wardOfficer, id, scene.etag(id), "{\"figures\":[{\"code\":\"study_attendance\"}]}")
                .then()
                .body(figure("study_attendance") + "value", is(44))
                .body(figure("study_attendance") + "source", is("FACTS"));
    }

    @Test
    void a_fact_that_is_cancelled_or_late_news_counts_no_more() {
        var session = DraftScene.held(scene.ward, "THEMATIC_MEETING", "THEMATIC", "2024-03-20", 40);
        DraftScene.held(scene.ward, "THEMATIC_MEETING", "THEMATIC", "2024-03-27", 40);
        var id = scene.expectViaTheBoard();
        prefill(id).then().body(figure("thematic_meetings") + "value", is(2));
        DraftScene.activity(session, 3, scene.ward, "THEMATIC_MEETING", "THEMATIC", "CANCELLED", "2024-03-20", 40);
        prefill(id).then().body(figure("thematic_meetings") + "value", is(1));
    }

    @Test
    void facts_of_an_organisation_that_is_not_known_yet_count_when_it_arrives() {
        var newcomer = new KnownOrganisation(
                Uuid7.next(),
                "N-" + UUID.randomUUID(),
                "Chi bộ mới",
                "CELL",
                scene.ward.id(),
                scene.ward.path() + "new/",
                TestTree.LONG_AGO,
                null);
        DraftScene.held(newcomer, "INSPECTION", null, "2024-03-20", 3);
        var id = scene.expectViaTheBoard();
        prefill(id).then().body(figure("inspections") + "value", nullValue());
        TestEvents.send(
                "plans.organisation.v1", newcomer.id().toString(), "plans.organisation.founded.v1", 0, """
                    {"id":"%s","code":"%s","name":"Chi bộ mới","kind":"CELL","parentId":"%s","path":"%s",
                     "validFrom":"2020-01-01","settings":{"beforeDateIncludesNamedDay":false}}\
                    """.formatted(
                                newcomer.id(), newcomer.code(), scene.ward.id(), newcomer.path()));
        DraftScene.awaitTaken("plans.organisation.v1", newcomer.id(), 0);
        prefill(id).then().body(figure("inspections") + "value", is(1));
    }

    @Test
    void what_was_held_before_an_organisation_moved_stays_in_the_tree_of_its_day() {
        var cell = TestTree.aChildOf(scene.ward);
        var last = scene.plan;
        DraftScene.issue(last, scene.town.id(), 2023);
        DraftScene.held(cell, "STUDY_SESSION", null, "2024-03-20", 40);
        DraftScene.held(cell, "STUDY_SESSION", null, "2024-04-10", 2);
        DraftScene.registered(last, cell, 0, Uuid7.next(), REGISTERED);
        DraftScene.moved(cell, scene.ward, scene.sibling, "2024-04-01");
        DraftScene.held(cell, "STUDY_SESSION", null, "2024-03-21", 1); // told of after the move
        var id = scene.expectViaTheBoard();
        prefill(id).then().statusCode(200).body(figure("study_attendance") + "value", is(41));
        DraftScene.get(scene.wardOfficer, "/reports/" + id + "/figures/study_attendance/facts")
                .then()
                .body("items.amount", containsInAnyOrder(40, 1));
        assertThat(sums("REGISTRATIONS_OWED", scene.ward)).containsExactly("10");
        assertThat(sums("REGISTRATIONS_OWED", scene.sibling)).isEmpty();
        assertThat(sums("STUDY_ATTENDANCE", scene.sibling)).containsExactly("2");
        assertThat(sums("STUDY_ATTENDANCE", scene.town)).containsExactly("43");
    }

    @Test
    void what_is_told_before_its_plan_lies_in_the_tree_of_the_year_of_the_plan_all_the_same() {
        var cell = TestTree.aChildOf(scene.ward);
        DraftScene.moved(cell, scene.ward, scene.sibling, "2024-04-01");
        DraftScene.registered(scene.plan, cell, 0, Uuid7.next(), REGISTERED);
        assertThat(sums("REGISTRATIONS_OWED", scene.sibling))
                .as("nothing is known of the year")
                .containsExactly("10");
        DraftScene.issue(scene.plan, scene.town.id(), 2023);
        assertThat(sums("REGISTRATIONS_OWED", scene.ward)).containsExactly("10");
        assertThat(sums("REGISTRATIONS_OWED", scene.sibling)).isEmpty();
        assertThat(sums("REGISTRATIONS_OWED", scene.town)).containsExactly("10");
    }

    @Test
    void an_organisation_that_moved_itself_takes_what_it_did_into_its_report() {
        DraftScene.held(scene.ward, "STUDY_SESSION", null, "2024-03-20", 40);
        var cell = TestTree.aChildOf(scene.ward);
        DraftScene.held(cell, "STUDY_SESSION", null, "2024-03-20", 3);
        var id = scene.expectViaTheBoard();
        DraftScene.moved(scene.ward, scene.town, scene.sibling, "2024-04-01");
        DraftScene.held(scene.ward, "STUDY_SESSION", null, "2024-04-10", 2);
        prefill(id).then().statusCode(200).body(figure("study_attendance") + "value", is(45));
        DraftScene.get(scene.wardOfficer, "/reports/" + id + "/figures/study_attendance/facts")
                .then()
                .body("items.amount", containsInAnyOrder(40, 3, 2));
    }

    private static List<String> sums(String measure, KnownOrganisation at) {
        return Rows.ask(
                "select sum(amount) from fact_sum where path = ? and measure = ? having sum(facts) > 0",
                at.path(),
                measure);
    }

    @Test
    void _409_for_a_period_that_is_not_open() {
        TestClock.setTo(LocalDateTime.of(2023, 12, 31, 9, 0));
        var id = scene.expectViaTheBoard();
        isProblem(prefill(id), 409, "period-not-open");
        isProblem(scene.write(scene.wardOfficer, id, "{\"results\":\"x\"}"), 409, "period-not-open");
        TestClock.setTo(LocalDateTime.of(2024, 1, 1, 0, 0));
        prefill(id).then().statusCode(200);
    }

    @Test
    void refusals_of_drill_down_have_names() {
        var id = scene.expectViaTheBoard();
        var facts = "/reports/" + id + "/figures/%s/facts";
        isProblem(DraftScene.get(scene.wardOfficer, facts.formatted("study_sessions")), 404, "figure-not-found");
        scene.write(scene.wardOfficer, id, "{\"figures\":[{\"code\":\"study_sessions\",\"value\":1}]}")
                .then()
                .statusCode(200);
        isProblem(DraftScene.get(scene.wardOfficer, facts.formatted("study_sessions")), 409, "figure-without-facts");
        isProblem(DraftScene.get(scene.boardOfficer, facts.formatted("study_sessions")), 404, "figure-not-found");
        isProblem(DraftScene.get(scene.siblingOfficer, facts.formatted("study_sessions")), 404, "report-not-found");
    }

    @Test
    void _428_412_403_404_and_401() {
        var id = scene.expectViaTheBoard();
        isProblem(scene.post(scene.wardOfficer, id, "prefilling", null, null), 428, "version-required");
        isProblem(scene.post(scene.wardOfficer, id, "prefilling", "\"99\"", null), 412, "stale-version");
        isProblem(scene.post(scene.wardInspector, id, "prefilling"), 403, "role-required");
        isProblem(scene.post(scene.siblingOfficer, id, "prefilling"), 404, "report-not-found");
        isProblem(scene.post("none", id, "prefilling"), 401, "not-signed-in");
    }
}
