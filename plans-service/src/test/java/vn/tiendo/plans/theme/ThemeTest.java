package vn.tiendo.plans.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class ThemeTest {

    private static final String THEMES = "/api/v1/themes";

    private Unit province;
    private Unit unit;
    private String officer;
    private String secretary;

    @BeforeEach
    void grow() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        secretary = aHolder("CELL_SECRETARY", unit.id());
    }

    private static Map<String, Object> annual(UUID organisation, int year, String title) {
        return new HashMap<>(Map.of("organisationId", organisation, "scope", "ANNUAL", "year", year, "title", title));
    }

    private static Map<String, Object> term(UUID organisation, int from, int to) {
        return new HashMap<>(Map.of(
                "organisationId",
                organisation,
                "scope",
                "TERM",
                "termFrom",
                from,
                "termTo",
                to,
                "title",
                "Khóa " + from));
    }

    private static Response correct(String subject, String id, String tag, Map<String, Object> body) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put(THEMES + "/" + id);
    }

    @Test
    void a_theme_is_read_by_all_below_and_by_nobody_beside() {
        String id = post(officer, THEMES, annual(province.id(), 2024, "Thực hành dân chủ"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        get(aHolder("MEMBER", unit.id()), THEMES + "/" + id)
                .then()
                .statusCode(200)
                .body("year", is(2024));
        get(secretary, THEMES + "?year=2024&limit=200").then().body("items.id", hasItem(id));
        get(secretary, THEMES + "?year=2025&limit=200").then().body("items.id", not(hasItem(id)));
        var stranger = aHolder("COMMITTEE_LEADER", aProvince().id());
        get(stranger, THEMES + "/" + id).then().statusCode(404).body("type", is("/problems/theme-not-found"));
        get(stranger, THEMES + "?limit=200").then().body("items.id", not(hasItem(id)));
        assertThat(TestDatabase.count(
                        "select count(*) from audit_record where action = 'give-out-theme' and subject_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void one_theme_per_year_and_issuer_even_for_two_clerks_at_once() throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> post(officer, THEMES, annual(province.id(), 2031, "Chuyên đề"))
                    .statusCode());
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var codes = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnlyOnce(201).allMatch(code -> code == 201 || code == 409);
        }
        post(officer, THEMES, annual(province.id(), 2031, "Khác"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-annual-theme-per-year-and-issuer"));
        post(aHolder("COMMITTEE_OFFICER", unit.id()), THEMES, annual(unit.id(), 2031, "Của đơn vị"))
                .then()
                .statusCode(201);
    }

    @Test
    void terms_follow_one_another_and_do_not_overlap() {
        post(officer, THEMES, term(province.id(), 2020, 2025)).then().statusCode(201);
        post(officer, THEMES, term(province.id(), 2025, 2030)).then().statusCode(201);
        post(officer, THEMES, term(province.id(), 2020, 2025))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-term-theme-per-term-and-issuer"));
        post(officer, THEMES, term(province.id(), 2022, 2027))
                .then()
                .statusCode(409)
                .body("type", is("/problems/terms-overlap"));
    }

    @Test
    void _422_when_the_years_do_not_fit_the_scope() {
        var without = annual(province.id(), 2024, "x");
        without.remove("year");
        var both = term(province.id(), 2020, 2025);
        both.put("year", 2024);
        for (var content : List.of(without, both, term(province.id(), 2025, 2020), term(province.id(), 2000, 2020))) {
            post(officer, THEMES, content).then().statusCode(422).body("type", is("/problems/theme-span-unclear"));
        }
    }

    @Test
    void _403_for_a_secretary_and_404_for_a_stranger() {
        post(secretary, THEMES, annual(unit.id(), 2024, "x"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        post(aHolder("COMMITTEE_OFFICER", aProvince().id()), THEMES, annual(unit.id(), 2024, "x"))
                .then()
                .statusCode(404);
    }

    @Test
    void a_theme_is_corrected_by_who_has_seen_it() {
        var given = post(officer, THEMES, annual(province.id(), 2024, "Sai"));
        String id = given.path("id");
        var body =
                Map.<String, Object>of("title", Normalizer.normalize("Đúng chủ đề", Normalizer.Form.NFD), "year", 2025);
        correct(officer, id, "\"99\"", body).then().statusCode(412);
        correct(secretary, id, given.header("ETag"), body).then().statusCode(403);
        correct(officer, id, given.header("ETag"), body)
                .then()
                .statusCode(200)
                .body("title", is("Đúng chủ đề"))
                .body("year", is(2025));
    }

    @Test
    void a_unit_chooses_its_own_theme_where_an_issued_plan_that_binds_it_allows_it() {
        var content = aPlan(
                province.id(),
                anObligation("T", "THEME_SELECTION", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null));
        var silent = anIssuedPlan(province.id(), content);
        var allowing = new HashMap<>(content);
        allowing.put("number", "901");
        allowing.put("allowsOwnTheme", true);
        var leave = anIssuedPlan(province.id(), allowing);
        assertThat((boolean) get(officer, "/api/v1/plans/" + leave).path("allowsOwnTheme"))
                .isTrue();

        own(secretary, unit.id(), silent).then().statusCode(422).body("type", is("/problems/own-theme-not-allowed"));
        own(aHolder("CELL_SECRETARY", aUnit(unit.id(), "CELL").id()), unit.id(), leave)
                .then()
                .statusCode(404);
        var cell = aUnit(unit.id(), "CELL");
        own(aHolder("CELL_SECRETARY", cell.id()), cell.id(), leave)
                .then()
                .statusCode(422)
                .body("type", is("/problems/own-theme-not-allowed"));
        own(secretary, unit.id(), leave).then().statusCode(201).body("scope", is("OWN"));
        own(secretary, unit.id(), leave)
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-own-theme-per-unit-plan-and-year"));
    }

    private static Response own(String subject, UUID organisation, UUID plan) {
        return post(
                subject,
                THEMES,
                Map.of("organisationId", organisation, "scope", "OWN", "year", 2024, "title", "Riêng", "planId", plan));
    }

    private Map<String, Object> selectionsBy(LocalDate day) {
        var plan = aPlan(
                province.id(),
                anObligation("T", "THEME_SELECTION", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), before(day)),
                anObligation("M", "STUDY_MATERIAL", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), before(day)));
        plan.put("issueDate", "2024-01-15");
        return plan;
    }

    private Map<String, Object> owedBy(UUID plan, String kind) {
        return assignments(officer, "plan=" + plan + "&kind=" + kind).getFirst();
    }

    @Test
    void choosing_it_fulfils_the_selection_that_the_plan_asks_for_and_nothing_else() {
        var plan = anIssuedPlan(province.id(), selectionsBy(LocalDate.of(2050, 4, 1)));
        var asked = owedBy(plan, "THEME_SELECTION");
        assertThat(asked).containsEntry("standing", "AWAITED");
        var theme = new HashMap<String, Object>(
                Map.of("organisationId", unit.id(), "scope", "OWN", "year", 2024, "title", "Riêng", "planId", plan));
        theme.put("obligationId", owedBy(plan, "STUDY_MATERIAL").get("obligationId"));
        post(secretary, THEMES, theme).then().statusCode(422).body("type", is("/problems/no-theme-to-select"));
        theme.put("obligationId", asked.get("obligationId"));
        post(secretary, THEMES, theme).then().statusCode(201).body("obligationId", is(asked.get("obligationId")));
        assertThat(owedBy(plan, "THEME_SELECTION")).containsEntry("standing", "DONE");
        assertThat(owedBy(plan, "STUDY_MATERIAL")).containsEntry("standing", "AWAITED");
        get(officer, "/api/v1/assignments/" + asked.get("id") + "/history")
                .then()
                .body("items.fact", hasItem("theme"));
    }

    @Test
    void chosen_after_the_last_day_it_is_done_late() {
        var content = selectionsBy(LocalDate.of(2024, 4, 1));
        content.put("allowsOwnTheme", true);
        var plan = anIssuedPlan(province.id(), content);
        own(secretary, unit.id(), plan).then().statusCode(201);
        assertThat(owedBy(plan, "THEME_SELECTION")).containsEntry("standing", "DONE_LATE");
    }

    @Test
    void of_one_selection_for_each_year_it_fulfils_that_of_its_year() {
        var yearly = anObligation("T", "THEME_SELECTION", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null);
        yearly.put("counts", Map.of("minCount", 1, "perPeriod", "YEAR"));
        var content = aPlan(province.id(), yearly);
        content.put("allowsOwnTheme", true);
        content.put("periodTo", "2025-12-31");
        var plan = anIssuedPlan(province.id(), content);
        own(secretary, unit.id(), plan).then().statusCode(201);
        assertThat(assignments(officer, "plan=" + plan).stream()
                        .filter(each -> each.get("standing").equals("DONE")
                                || each.get("standing").equals("DONE_LATE")))
                .extracting(each -> each.get("occurrence"))
                .containsExactly("2024");
    }

    @Test
    void a_plan_refers_to_themes_of_its_own_line_only() {
        String theme =
                post(officer, THEMES, annual(province.id(), 2024, "Chung")).path("id");
        var other = aProvince();
        String strange = post(aHolder("COMMITTEE_OFFICER", other.id()), THEMES, annual(other.id(), 2024, "Nơi khác"))
                .path("id");
        var plan = aPlan(unit.id());
        plan.put("themeIds", List.of(theme));
        post(secretary, "/api/v1/plans", plan).then().statusCode(201).body("themeIds", is(List.of(theme)));
        plan.put("themeIds", List.of(theme, strange));
        post(secretary, "/api/v1/plans", plan).then().statusCode(422).body("type", is("/problems/unknown-theme"));
    }
}
