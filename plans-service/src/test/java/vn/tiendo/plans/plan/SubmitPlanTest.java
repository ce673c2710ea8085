package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;
import static vn.tiendo.plans.PlansWorld.root;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class SubmitPlanTest {

    private Unit province;
    private Unit board;
    private Unit unit;
    private String officer;
    private String recipient;

    @BeforeEach
    void grow() {
        province = aProvince();
        board = aUnit(province.id(), "ADVISORY_BOARD");
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", unit.id());
        recipient = aHolder("COMMITTEE_OFFICER", province.id());
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    private UUID demanded(boolean acknowledged) {
        var demand = anObligation(
                "P-1",
                "COLLECTIVE_PLAN",
                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                before(LocalDate.of(2050, 4, 10)));
        demand.put("needsAcknowledgement", acknowledged);
        return anIssuedPlan(province.id(), aPlan(province.id(), demand));
    }

    private Map<String, Object> own(UUID parent) {
        var own = aPlan(unit.id());
        own.put("parentPlanId", parent);
        return own;
    }

    private String adopted(UUID parent) {
        return adopted(own(parent));
    }

    private String adopted(Map<String, Object> content) {
        var drafted = post(officer, "/api/v1/plans", content);
        drafted.then().statusCode(201);
        var path = "/api/v1/plans/" + drafted.path("id");
        command(aHolder("COMMITTEE_LEADER", unit.id()), path + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
        return path;
    }

    private Object standing(UUID parent) {
        return assignments(recipient, "plan=" + parent).getFirst().get("standing");
    }

    @Test
    void a_demand_that_needs_acknowledgement_is_done_when_the_superior_has_acknowledged() {
        var parent = demanded(true);
        var path = adopted(parent);
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);
        assertThat(standing(parent)).isEqualTo("SUBMITTED");
        command(recipient, path + "/acknowledgement", "*", null)
                .then()
                .statusCode(200)
                .body("submissionStatus", is("ACKNOWLEDGED"));
        assertThat(standing(parent)).isEqualTo("DONE");
    }

    @Test
    void a_demand_that_needs_none_is_done_when_the_plan_is_in() {
        var parent = demanded(false);
        command(officer, adopted(parent) + "/submission", "*", Map.of()).then().statusCode(200);
        assertThat(standing(parent)).isEqualTo("DONE");
    }

    @Test
    void the_body_in_between_passes_it_on_once() {
        var path = adopted(demanded(false));
        command(officer, path + "/submission", "*", Map.of("viaOrganisationId", board.id()))
                .then()
                .statusCode(200)
                .body("forwardedAt", nullValue());
        command(recipient, path + "/forwarding", "*", null).then().statusCode(403);
        var clerk = aHolder("COMMITTEE_OFFICER", board.id());
        String at = command(clerk, path + "/forwarding", "*", null)
                .then()
                .statusCode(200)
                .body("submissionStatus", is("SUBMITTED"))
                .body("forwardedAt", notNullValue())
                .extract()
                .path("forwardedAt");
        command(clerk, path + "/forwarding", "*", null).then().statusCode(200);
        assertThat(Instant.parse(get(clerk, path).path("forwardedAt")).toEpochMilli())
                .isEqualTo(Instant.parse(at).toEpochMilli());
    }

    /// Monday 1 July and five working days: the unit is closed from Tuesday to Friday.
    @Test
    void a_return_that_names_no_day_counts_the_working_days_of_the_unit() {
        TestClock.setTo(LocalDateTime.of(2024, 7, 1, 9, 0));
        var closed = List.of("2024-07-02", "2024-07-03", "2024-07-04", "2024-07-05").stream()
                .map(day -> Map.of(
                        "date",
                        day,
                        "kind",
                        "HOLIDAY",
                        "name",
                        "Nghỉ",
                        "decision",
                        Map.of("number", "1/TB", "date", "2024-06-01", "title", "Thông báo nghỉ")))
                .toList();
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(aHolder("ADMINISTRATOR", unit.id())))
                .contentType(ContentType.JSON)
                .body(Map.of("days", closed))
                .put("/api/v1/calendars/" + unit.id() + "?year=2024")
                .then()
                .statusCode(200);
        var path = adopted(demanded(false));
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);
        command(recipient, path + "/return", "*", Map.of("reason", "Thiếu chỉ tiêu"))
                .then()
                .statusCode(200)
                .body("returnedUntil", is("2024-07-12T17:00:00Z"));
    }

    @Test
    void the_plan_of_one_year_answers_that_year_alone_and_a_return_opens_no_other() {
        var parent = demandedEachYear("2025-12-31", 4, 10);
        var first = adopted(parent);
        command(officer, first + "/submission", "*", Map.of()).then().statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "DONE_LATE", "2025", "OVERDUE"));
        var second = adopted(ownOf(parent, 2025));
        command(officer, second + "/submission", "*", Map.of()).then().statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "DONE_LATE", "2025", "DONE_LATE"));
        command(recipient, second + "/return", "*", Map.of("reason", "Thiếu chỉ tiêu"))
                .then()
                .statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "DONE_LATE", "2025", "OVERDUE"));
    }

    private UUID demandedEachYear(String until, int month, int day) {
        var yearly = anObligation(
                "P-1",
                "COLLECTIVE_PLAN",
                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                Map.of("type", "BEFORE_DATE", "recurrence", Map.of("freq", "YEARLY", "month", month, "day", day)));
        var term = aPlan(province.id(), yearly);
        term.put("periodTo", until);
        return anIssuedPlan(province.id(), term);
    }

    private Map<String, Object> ownOf(UUID parent, int year) {
        var own = own(parent);
        own.put("year", year);
        own.put("periodFrom", year + "-01-01");
        own.put("periodTo", year + "-12-31");
        return own;
    }

    @Test
    void what_is_owed_each_december_is_the_plan_of_the_next_year_and_stays_so_when_it_is_corrected_after_new_year() {
        TestClock.setTo(LocalDateTime.of(2024, 12, 1, 8, 0));
        var parent = demandedEachYear("2026-12-31", 12, 15);
        var path = adopted(ownOf(parent, 2025));
        TestClock.setTo(LocalDateTime.of(2024, 12, 10, 8, 0));
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "DONE", "2025", "AWAITED", "2026", "AWAITED"));
        command(recipient, path + "/return", "*", Map.of("reason", "Thiếu chỉ tiêu", "until", "2025-01-05"))
                .then()
                .statusCode(200);
        TestClock.setTo(LocalDateTime.of(2025, 1, 3, 8, 0));
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "DONE", "2025", "AWAITED", "2026", "AWAITED"));
        TestClock.setTo(LocalDateTime.of(2025, 12, 20, 8, 0));
        command(officer, adopted(ownOf(parent, 2026)) + "/submission", "*", Map.of())
                .then()
                .statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "DONE", "2025", "DONE_LATE", "2026", "AWAITED"));
    }

    @Test
    void what_is_owed_in_spring_is_the_plan_of_that_year_however_early_it_comes() {
        TestClock.setTo(LocalDateTime.of(2024, 12, 10, 8, 0));
        var parent = demandedEachYear("2025-12-31", 4, 10);
        command(officer, adopted(ownOf(parent, 2025)) + "/submission", "*", Map.of())
                .then()
                .statusCode(200);
        assertThat(standings(parent)).isEqualTo(Map.of("2024", "OVERDUE", "2025", "DONE"));
    }

    private Map<Object, Object> standings(UUID parent) {
        return assignments(recipient, "plan=" + parent).stream()
                .collect(Collectors.toMap(each -> each.get("occurrence"), each -> each.get("standing")));
    }

    @Test
    void _422_when_it_is_sent_to_its_own_organisation_or_to_anybody_who_is_not_above_it() {
        var path = adopted(demanded(true));
        var cell = aUnit(unit.id(), "CELL");
        for (var to : List.of(unit.id(), cell.id(), board.id(), aProvince().id())) {
            command(officer, path + "/submission", "*", Map.of("toOrganisationId", to))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/not-the-superior"));
        }
        get(officer, path).then().body("submissionStatus", is("NOT_SUBMITTED"));
        command(officer, path + "/submission", "*", Map.of("toOrganisationId", root()))
                .then()
                .statusCode(200);
    }

    @Test
    void _422_when_it_is_sent_to_a_superior_that_has_ended() {
        var district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        unit = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", unit.id());
        var path = adopted(aPlan(unit.id()));
        decided("2024-07-01", dissolve(district.id()));
        command(officer, path + "/submission", "*", Map.of("toOrganisationId", district.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/not-the-superior"));
    }

    @Test
    void it_may_be_sent_to_whom_the_demand_says_that_it_is_owed() {
        var demand = anObligation(
                "P-1",
                "COLLECTIVE_PLAN",
                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                before(LocalDate.of(2050, 4, 10)));
        demand.put("needsAcknowledgement", true);
        demand.put("recipientOrganisationId", board.id());
        var parent = anIssuedPlan(province.id(), aPlan(province.id(), demand));
        var path = adopted(parent);
        command(officer, path + "/submission", "*", Map.of("toOrganisationId", board.id()))
                .then()
                .statusCode(200);
        command(aHolder("COMMITTEE_OFFICER", board.id()), path + "/acknowledgement", "*", null)
                .then()
                .statusCode(200);
        assertThat(standing(parent)).isEqualTo("DONE");
    }

    @Test
    void _422_when_it_is_owed_to_somebody_by_its_own_demand_alone() {
        var parent = demanded(true);
        var friend = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var asked = anObligation("F", "COLLECTIVE_PLAN", named(unit.id()), before(LocalDate.of(2050, 4, 10)));
        asked.put("recipientOrganisationId", friend.id());
        var of = get(recipient, "/api/v1/plans/" + parent + "/obligations").path("items[0].id");
        var favour = anIssuedPlan(unit.id(), aPlan(unit.id(), asked));
        var item = anObligation("I", "GENERIC_TASK", named(unit.id()), null);
        item.put("serves", List.of(of));
        var own = aPlan(unit.id(), item);
        own.put("parentPlanId", favour);
        var path = adopted(own);
        command(officer, path + "/submission", "*", Map.of("toOrganisationId", friend.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/not-the-superior"));
    }

    @Test
    void _422_when_it_was_sent_straight_to_the_superior() {
        var path = adopted(demanded(false));
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);
        command(recipient, path + "/forwarding", "*", null)
                .then()
                .statusCode(422)
                .body("type", is("/problems/not-sent-through-anybody"));
    }

    @Test
    void a_returned_plan_is_rewritten_adopted_anew_and_sent_again() {
        var parent = demanded(false);
        var path = adopted(parent);
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);
        command(recipient, path + "/return", "*", Map.of("reason", "Thiếu chỉ tiêu"))
                .then()
                .statusCode(200);
        var changed = new HashMap<>(own(parent));
        changed.put("title", "Đã sửa");
        rewrite(path, changed)
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("adoption", nullValue());
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(409);
        command(aHolder("COMMITTEE_LEADER", unit.id()), path + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
        command(officer, path + "/submission", "*", Map.of())
                .then()
                .statusCode(200)
                .body("submissionStatus", is("SUBMITTED"))
                .body("title", is("Đã sửa"));
        assertThat(standing(parent)).isEqualTo("DONE");
    }

    @Test
    void an_adopted_plan_that_nobody_returned_is_not_rewritten() {
        var path = adopted(demanded(false));
        rewrite(path, aPlan(unit.id())).then().statusCode(409).body("type", is("/problems/wrong-plan-status"));
    }

    private Response rewrite(String path, Map<String, Object> content) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(officer))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(content)
                .put(path);
    }
}
