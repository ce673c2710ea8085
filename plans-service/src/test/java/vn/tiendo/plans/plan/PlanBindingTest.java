package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class PlanBindingTest {

    @Inject
    PlanBinding binding;

    private Unit province;
    private Unit unit;

    @BeforeEach
    void grow() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        aUnit(province.id(), "CELL");
    }

    @Test
    void whatever_pass_is_lost_each_organisation_is_counted_once() {
        UUID plan;
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        try (var held = HeldTask.named("plan-binding")) {
            plan = anIssuedPlan(
                    province.id(),
                    aPlan(
                            province.id(),
                            anObligation("A", "GENERIC_TASK", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null),
                            anObligation("B", "GENERIC_TASK", childrenOf(province.id(), "CELL"), null),
                            anObligation("C", "MONITORING", named(unit.id()), Map.of("type", "ONGOING"))));
            get(leader, "/api/v1/plans/" + plan + "/receipts/count")
                    .then()
                    .body("bound", is(0))
                    .body("complete", is(false));
            for (int i = 0; i < 20; i++) {
                QuarkusTransaction.begin();
                binding.pass();
                QuarkusTransaction.rollback();
                QuarkusTransaction.requiringNew().run(binding::pass);
            }
            assertThat(held).isNotNull();
        }
        get(leader, "/api/v1/plans/" + plan + "/receipts/count")
                .then()
                .body("bound", is(3))
                .body("missing", is(3))
                .body("complete", is(true));
        get(leader, "/api/v1/plans/" + plan + "/coverage").then().body("items.bound", contains(2, 1, 1));
    }

    @Test
    void what_opens_no_assignment_binds_too_and_may_be_read() {
        var plan = anIssuedPlan(
                province.id(),
                aPlan(province.id(), anObligation("C", "MONITORING", named(unit.id()), Map.of("type", "ONGOING"))));
        var member = aHolder("MEMBER", unit.id());
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(member, "/api/v1/plans/" + plan).statusCode() == 200);
        get(aHolder("MEMBER", aProvince().id()), "/api/v1/plans/" + plan).then().statusCode(404);
    }
}
