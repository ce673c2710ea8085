package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class AdoptPlanTest {

    private Unit province;
    private Unit unit;
    private String leader;

    @BeforeEach
    void grow() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        leader = aHolder("COMMITTEE_LEADER", province.id());
    }

    private Map<String, Object> report(String day) {
        return anObligation("O-1", "RESULT_REPORT", named(unit.id()), before(LocalDate.parse(day)));
    }

    private Response drafted(Map<String, Object> plan) {
        var drafted = post(aHolder("COMMITTEE_OFFICER", province.id()), "/api/v1/plans", plan);
        drafted.then().statusCode(201);
        return drafted;
    }

    private static String pathOf(Response drafted) {
        return "/api/v1/plans/" + drafted.path("id");
    }

    private static Map<String, Object> vote(int present, int inFavour, int against, int abstained) {
        var vote = new HashMap<>(aVote());
        vote.put("present", present);
        vote.put("inFavour", inFavour);
        vote.put("against", against);
        vote.put("abstained", abstained);
        return vote;
    }

    private Response adopt(Map<String, Object> vote) {
        var drafted = drafted(aPlan(province.id(), report("2024-04-10")));
        return command(leader, pathOf(drafted) + "/adoption", drafted.header("ETag"), vote);
    }

    @Test
    void the_vote_is_kept_with_the_plan() {
        var vote = vote(15, 8, 4, 3);
        vote.put("minutesNumber", "07-BB/TU");
        var adopted = adopt(vote);
        adopted.then()
                .statusCode(200)
                .body("status", is("ADOPTED"))
                .body("adoption.body", is("COLLECTIVE_LEADERSHIP"))
                .body("adoption.heldOn", is("2024-01-20"))
                .body("adoption.present", is(15))
                .body("adoption.inFavour", is(8))
                .body("adoption.against", is(4))
                .body("adoption.abstained", is(3))
                .body("adoption.minutesNumber", is("07-BB/TU"));
    }

    @Test
    void _422_without_a_majority_of_those_present() {
        adopt(vote(16, 8, 0, 8))
                .then()
                .statusCode(422)
                .body("type", is("/problems/no-majority"))
                .body("detail", containsString("8"));
    }

    @Test
    void _422_when_the_votes_do_not_add_up() {
        adopt(vote(15, 9, 4, 3)).then().statusCode(422).body("type", is("/problems/votes-do-not-add-up"));
    }

    @Test
    void _422_when_it_was_held_in_the_future() {
        var vote = new HashMap<>(aVote());
        vote.put("heldOn", "2099-01-01");
        adopt(vote).then().statusCode(422).body("type", is("/problems/adopted-in-the-future"));
    }

    @Test
    void _400_without_a_vote() {
        var drafted = drafted(aPlan(province.id(), report("2024-04-10")));
        command(leader, pathOf(drafted) + "/adoption", drafted.header("ETag"), Map.of())
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    @Test
    void issuing_refuses_what_was_due_before_the_document_existed() {
        var before = report("2024-03-01");
        var same = report("2024-03-01");
        same.put("code", "O-2");
        same.put("deadline", Map.of("type", "COMPLETED_ON", "date", "2024-02-20"));
        var open = report("2024-03-01");
        open.put("code", "O-3");
        open.put("deadline", Map.of("type", "WITHIN_PERIOD", "from", "2024-01-01", "to", "2024-03-31"));
        var drafted = drafted(aPlan(province.id(), before, same, open));
        var adopted = command(leader, pathOf(drafted) + "/adoption", drafted.header("ETag"), aVote());
        command(leader, pathOf(drafted) + "/issuance", adopted.header("ETag"), null)
                .then()
                .statusCode(422)
                .body("type", is("/problems/deadline-before-issue"))
                .body("detail", containsString("O-1"))
                .body("detail", org.hamcrest.Matchers.not(containsString("O-3")));
        get(leader, pathOf(drafted)).then().body("status", is("ADOPTED"));
    }

    /// Dated 1 March, due before 10 April: three levels down and twenty days per level that was in February.
    @Test
    void issuing_refuses_what_is_past_for_a_level_that_has_less_time() {
        var cell = aUnit(aUnit(unit.id(), "CELL").id(), "CELL");
        var deep = report("2024-04-10");
        deep.put("debtors", named(unit.id(), cell.id()));
        deep.put("slack", Map.of("value", 20, "unit", "DAYS"));
        var shallow = report("2024-04-10");
        shallow.put("code", "O-2");
        shallow.put("slack", Map.of("value", 20, "unit", "DAYS"));
        var listed = report("2024-04-10");
        listed.put("code", "O-3");
        listed.put(
                "slack",
                Map.of(
                        "value",
                        0,
                        "unit",
                        "DAYS",
                        "days",
                        List.of(
                                Map.of("tier", 1, "lastDay", "2024-02-28"),
                                Map.of("tier", 3, "lastDay", "2024-02-01"))));
        var drafted = drafted(aPlan(province.id(), deep, shallow, listed));
        var adopted = command(leader, pathOf(drafted) + "/adoption", drafted.header("ETag"), aVote());
        command(leader, pathOf(drafted) + "/issuance", adopted.header("ETag"), null)
                .then()
                .statusCode(422)
                .body("type", is("/problems/deadline-before-issue"))
                .body("detail", containsString("O-1, O-3"));
    }

    @Test
    void a_deadline_on_the_issue_date_itself_is_accepted() {
        anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation(
                                "O-1",
                                "RESULT_REPORT",
                                named(unit.id()),
                                Map.of("type", "BY_DATE", "date", "2024-03-01"))));
    }

    @Test
    void sixteen_clerks_issue_at_once_and_one_of_them_does() throws Exception {
        var drafted = drafted(aPlan(province.id(), report("2024-04-10")));
        var path = pathOf(drafted);
        var tag = command(leader, path + "/adoption", drafted.header("ETag"), aVote())
                .header("ETag");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> command(leader, path + "/issuance", tag, null).statusCode());
        }
        try (var pool = Executors.newFixedThreadPool(16)) {
            var codes = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnlyOnce(200).allMatch(code -> code == 200 || code == 412 || code == 409);
        }
    }

    @Test
    void breakthrough_tasks_outside_what_the_superior_asks_refuse_adoption() {
        var breakthrough =
                anObligation("B-1", "BREAKTHROUGH_TASK", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null);
        breakthrough.put("counts", Map.of("minCount", 1, "maxCount", 2));
        var superior = anIssuedPlan(province.id(), aPlan(province.id(), breakthrough));
        String demand =
                get(leader, "/api/v1/plans/" + superior + "/obligations").path("items[0].id");

        adoptOwn(superior, demand, 0)
                .then()
                .statusCode(422)
                .body("type", is("/problems/breakthrough-tasks-outside"))
                .body("detail", containsString("B-1"));
        adoptOwn(superior, demand, 3).then().statusCode(422).body("type", is("/problems/breakthrough-tasks-outside"));
        adoptOwn(superior, demand, 2).then().statusCode(200);
    }

    /// Neither a plan that names no parent nor one that names something else as served gets round it.
    @Test
    void tasks_that_serve_the_demand_are_counted_whatever_else_the_plan_names() {
        var breakthrough =
                anObligation("B-1", "BREAKTHROUGH_TASK", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null);
        breakthrough.put("counts", Map.of("minCount", 1, "maxCount", 2));
        var material = anObligation("M-1", "STUDY_MATERIAL", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null);
        var superior = anIssuedPlan(province.id(), aPlan(province.id(), breakthrough, material));
        var ids = get(leader, "/api/v1/plans/" + superior + "/obligations").jsonPath();
        String demand = ids.get("items.find { it.code == 'B-1' }.id");
        String other = ids.get("items.find { it.code == 'M-1' }.id");
        var orphan = own(demand, 3);
        adoptOwn(orphan).then().statusCode(422).body("type", is("/problems/breakthrough-tasks-outside"));
        var elsewhere = own(demand, 3);
        elsewhere.put("parentPlanId", superior);
        elsewhere.put("serves", List.of(other));
        adoptOwn(elsewhere).then().statusCode(422).body("type", is("/problems/breakthrough-tasks-outside"));
        adoptOwn(own(demand, 2)).then().statusCode(200);
    }

    private Response adoptOwn(UUID superior, String demand, int tasks) {
        var plan = own(demand, tasks);
        plan.put("parentPlanId", superior);
        return adoptOwn(plan);
    }

    private Map<String, Object> own(String demand, int tasks) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < tasks; i++) {
            var item = anObligation("I-" + i, "BREAKTHROUGH_TASK", named(unit.id()), null);
            item.put("serves", List.of(demand));
            items.add(item);
        }
        items.add(anObligation("I-other", "BREAKTHROUGH_TASK", named(unit.id()), null));
        var plan = aPlan(unit.id());
        plan.put("obligations", items);
        return plan;
    }

    private Response adoptOwn(Map<String, Object> plan) {
        var drafted = post(aHolder("COMMITTEE_OFFICER", unit.id()), "/api/v1/plans", plan);
        drafted.then().statusCode(201);
        return command(
                aHolder("COMMITTEE_LEADER", unit.id()), pathOf(drafted) + "/adoption", drafted.header("ETag"), aVote());
    }

    @Test
    void an_item_serves_only_what_exists_and_binds_its_organisation() {
        var other = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var superior = anIssuedPlan(
                province.id(), aPlan(province.id(), anObligation("B-1", "BREAKTHROUGH_TASK", named(other.id()), null)));
        String demand =
                get(leader, "/api/v1/plans/" + superior + "/obligations").path("items[0].id");
        for (var served : List.of(demand, UUID.randomUUID().toString())) {
            var item = anObligation("I-1", "BREAKTHROUGH_TASK", named(unit.id()), null);
            item.put("serves", List.of(served));
            post(aHolder("COMMITTEE_OFFICER", unit.id()), "/api/v1/plans", aPlan(unit.id(), item))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/served-obligation-unknown"));
        }
    }
}
