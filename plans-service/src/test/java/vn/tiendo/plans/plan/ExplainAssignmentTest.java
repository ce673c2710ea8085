package vn.tiendo.plans.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class ExplainAssignmentTest {

    private static final String QUOTE = "Các đảng bộ báo cáo kết quả trước ngày 16/4/2024.";

    private Unit province;
    private Unit district;
    private Unit commune;
    private Unit cell;
    private String leader;

    @BeforeEach
    void a_tree_of_four_levels() {
        TestClock.setTo(LocalDateTime.of(2024, 3, 1, 8, 0));
        province = aProvince();
        district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
        cell = aUnit(commune.id(), "CELL");
        leader = aHolder("COMMITTEE_LEADER", province.id());
    }

    @AfterEach
    void back_to_now() {
        TestClock.setBack();
    }

    /// "trước ngày 16/4" is Monday the 15th for districts; five working days earlier each level further down.
    @Test
    void each_level_has_its_day_and_the_explanation_says_why() {
        var plan = issued(true);
        assertThat(dueDay(plan, district)).isEqualTo("2024-04-15");
        assertThat(dueDay(plan, commune)).isEqualTo("2024-04-08");
        assertThat(dueDay(plan, cell)).isEqualTo("2024-04-01");
        explain(plan, commune, "vi")
                .then()
                .statusCode(200)
                .header("Content-Language", "vi")
                .body("raw", is("trước ngày 16/4/2024"))
                .body("quote", is(QUOTE))
                .body("deadlineQuote", is("Hoàn thành trước ngày 16/4/2024"))
                .body("obligationCode", is("R"))
                .body("document.planId", is(plan.toString()))
                .body("document.symbol", is("KH/TU"))
                .body("document.issueDate", is("2024-03-01"))
                .body("document.issuer", is("Đơn vị " + province.code()))
                .body("readAs.namedDayCounts", is(false))
                .body("reading.tier", is(2))
                .body("reading.steps.rule", contains("NAMED_DAY", "NAMED_DAY_EXCLUDED", "SLACK_OF_LEVEL"))
                .body(
                        "reading.steps[2].sentence",
                        is("Cấp thứ 2 dưới cơ quan ban hành phải xong trước 5 ngày làm việc: 08/04/2024."))
                .body("shifts", empty())
                .body("dueDay", is("2024-04-08"))
                .body("dueAt", is("2024-04-08T17:00:00Z"))
                .body("movedByHand", is(false));
    }

    @Test
    void an_extension_is_told_with_its_reason() {
        var plan = issued(true);
        var assignment = of(plan, commune);
        command(
                        leader,
                        "/api/v1/assignments/" + assignment.get("id") + "/extension",
                        "*",
                        Map.of("lastDay", "2024-04-12", "reason", "Bão số 3"))
                .then()
                .statusCode(200);
        explain(plan, commune, "en")
                .then()
                .body("shifts.rule", contains("EXTENDED_BY_HAND"))
                .body("shifts[0].sentence", is("Extended through 12 April 2024: Bão số 3"))
                .body("reading.lastDay", is("2024-04-08"))
                .body("dueDay", is("2024-04-12"))
                .body("movedByHand", is(true));
    }

    @Test
    void what_is_never_guessed_shows_a_proposal_until_a_person_sets_the_day() {
        var plan = issued(false);
        explain(plan, district, "en")
                .then()
                .body("reading.proposedDay", is("2024-12-31"))
                .body("reading.lastDay", nullValue())
                .body("dueAt", nullValue())
                .body("movedByHand", is(false));
        command(
                        leader,
                        "/api/v1/assignments/" + of(plan, district).get("id") + "/extension",
                        "*",
                        Map.of("lastDay", "2024-12-20", "reason", "Chốt số liệu"))
                .then()
                .statusCode(200);
        explain(plan, district, "en")
                .then()
                .body("shifts.rule", contains("SET_BY_HAND"))
                .body("dueAt", is("2024-12-20T17:00:00Z"));
    }

    @Test
    void _404_out_of_reach() {
        var plan = issued(true);
        get(
                        aHolder("COMMITTEE_LEADER", aProvince().id()),
                        "/api/v1/assignments/" + of(plan, commune).get("id") + "/explanation")
                .then()
                .statusCode(404)
                .body("type", is("/problems/assignment-not-found"));
    }

    @Test
    void an_obligation_keeps_the_words_around_it_and_a_wrong_slack_is_refused() {
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var demand = report(null);
        demand.put("slack", Map.of("value", 5, "unit", "DAYS"));
        post(officer, "/api/v1/plans", aPlan(province.id(), demand))
                .then()
                .statusCode(422)
                .body("type", is("/problems/slack-contradicts"));
        var done = report(Map.of("type", "BY_DATE", "date", "2024-04-10"));
        done.put("status", "COMPLETED");
        post(officer, "/api/v1/plans", aPlan(province.id(), done))
                .then()
                .statusCode(422)
                .body("type", is("/problems/completed-with-deadline"));
        var impossible =
                report(Map.of("type", "BY_DATE", "recurrence", Map.of("freq", "YEARLY", "month", 2, "day", 30)));
        post(officer, "/api/v1/plans", aPlan(province.id(), impossible))
                .then()
                .statusCode(422)
                .body("type", is("/problems/deadline-contradicts"))
                .body("detail", is("Nhiệm vụ R: thời hạn mâu thuẫn hoặc nêu ngày không có thật ở recurrence.day."));
    }

    private UUID issued(boolean dated) {
        var demand = report(
                dated
                        ? Map.of(
                                "type",
                                "BEFORE_DATE",
                                "raw",
                                "trước ngày 16/4/2024",
                                "date",
                                "2024-04-16",
                                "exclusive",
                                true)
                        : Map.of("type", "END_OF_PERIOD", "raw", "cuối năm", "to", "2024-12-31", "vague", true));
        demand.put("slack", Map.of("value", 5, "unit", "WORKING_DAYS"));
        return anIssuedPlan(province.id(), aPlan(province.id(), demand));
    }

    private Map<String, Object> report(Map<String, Object> deadline) {
        var debtors = Map.of(
                "anyOf",
                List.of(Map.of(
                        "kinds",
                        List.of("DISTRICT_COMMITTEE", "GRASSROOTS_COMMITTEE", "CELL"),
                        "tierFrom",
                        1,
                        "tierTo",
                        3)),
                "except",
                List.of());
        var demand = new HashMap<>(anObligation("R", "GENERIC_TASK", debtors, deadline));
        demand.put("quote", QUOTE);
        demand.put("deadlineQuote", "Hoàn thành trước ngày 16/4/2024");
        return demand;
    }

    private Map<String, Object> of(UUID plan, Unit unit) {
        return assignments(leader, "plan=" + plan).stream()
                .filter(each -> each.get("organisationId").equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private Object dueDay(UUID plan, Unit unit) {
        return of(plan, unit).get("dueDay");
    }

    private io.restassured.response.Response explain(UUID plan, Unit unit, String language) {
        return given().auth()
                .oauth2(Tokens.of(leader))
                .header("Accept-Language", language)
                .get("/api/v1/assignments/" + of(plan, unit).get("id") + "/explanation");
    }
}
