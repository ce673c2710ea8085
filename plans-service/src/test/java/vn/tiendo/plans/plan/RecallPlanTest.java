package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class RecallPlanTest {

    private static final Map<String, String> WHY = Map.of("reason", "Ban hành nhầm nội dung");

    private Unit province;
    private Unit first;
    private Unit second;
    private String leader;
    private UUID plan;
    private String path;

    @BeforeEach
    void issue() {
        province = aProvince();
        first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        second = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        leader = aHolder("COMMITTEE_LEADER", province.id());
        plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation(
                                "O-1",
                                "STUDY_MATERIAL",
                                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                                before(LocalDate.of(2050, 4, 10)))));
        path = "/api/v1/plans/" + plan;
    }

    private Map<String, Object> assignmentOf(Unit unit) {
        return assignments(leader, "plan=" + plan + "&organisation=" + unit.id())
                .getFirst();
    }

    @Test
    void what_is_open_is_waived_with_the_recall_as_reason_and_what_is_done_stays() {
        command(
                        aHolder("COMMITTEE_OFFICER", province.id()),
                        "/api/v1/assignments/" + assignmentOf(first).get("id") + "/fulfilment",
                        "*",
                        Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200);
        command(leader, path + "/recall", "*", WHY)
                .then()
                .statusCode(200)
                .body("status", is("RECALLED"))
                .body("recallReason", is("Ban hành nhầm nội dung"));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "WAIVED".equals(assignmentOf(second).get("standing")));
        assertThat(assignmentOf(second)).containsEntry("reason", "Ban hành nhầm nội dung");
        assertThat(assignmentOf(first)).containsEntry("standing", "DONE");
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var last = TestEvents.on("plans.plan.v1", plan.toString()).getLast();
            assertThat(TestEvents.header(last, "ce_type")).isEqualTo("plans.plan.recalled.v1");
            assertThat(new String(last.value(), StandardCharsets.UTF_8))
                    .contains("\"status\":\"RECALLED\"")
                    .contains("\"recalledAt\"");
        });
    }

    @Test
    void a_recalled_plan_is_read_only() {
        command(leader, path + "/recall", "*", WHY).then().statusCode(200);
        for (var act : new String[] {"/recall", "/closure"}) {
            command(leader, path + act, "*", WHY)
                    .then()
                    .statusCode(409)
                    .body("type", is("/problems/wrong-plan-status"));
        }
        command(aHolder("COMMITTEE_OFFICER", province.id()), path + "/amendments", null, Map.of())
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-plan-status"));
    }

    @Test
    void a_closed_plan_is_read_only() {
        command(leader, path + "/closure", "*", null).then().statusCode(200).body("status", is("CLOSED"));
        command(leader, path + "/recall", "*", WHY)
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-plan-status"));
        get(aHolder("MEMBER", first.id()), path).then().statusCode(200);
    }

    @Test
    void _403_for_an_officer_and_404_for_a_stranger_and_400_without_a_reason() {
        command(aHolder("COMMITTEE_OFFICER", province.id()), path + "/recall", "*", WHY)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        command(aHolder("COMMITTEE_LEADER", first.id()), path + "/recall", "*", WHY)
                .then()
                .statusCode(403);
        command(aHolder("COMMITTEE_LEADER", aProvince().id()), path + "/recall", "*", WHY)
                .then()
                .statusCode(404)
                .body("type", is("/problems/plan-not-found"));
        command(leader, path + "/recall", "*", Map.of("reason", " ")).then().statusCode(400);
        command(leader, path + "/recall", null, WHY).then().statusCode(428);
    }
}
