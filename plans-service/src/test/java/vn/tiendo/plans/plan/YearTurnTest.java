package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;

@QuarkusTest
class YearTurnTest {

    @AfterEach
    void back_to_now() {
        TestClock.setBack();
    }

    /// "trước ngày 25 hằng quý" in a document that names no end: each new year owes again, for those who are there.
    @Test
    void a_plan_without_an_end_owes_again_in_every_year_that_begins() {
        TestClock.setTo(LocalDateTime.of(2024, 11, 4, 9, 0));
        var province = aProvince();
        var first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var reader = aHolder("AUDITOR", province.id());
        var debtors = childrenOf(province.id(), "GRASSROOTS_COMMITTEE");
        var content = aPlan(
                province.id(),
                anObligation(
                        "Q",
                        "GENERIC_TASK",
                        debtors,
                        Map.of(
                                "type",
                                "BEFORE_DATE",
                                "recurrence",
                                Map.of("freq", "QUARTERLY", "monthOfQuarter", 3, "day", 25))),
                anObligation("ONCE", "STUDY_MATERIAL", debtors, before(LocalDate.of(2024, 12, 1))));
        content.remove("periodTo");
        var plan = anIssuedPlan(province.id(), content);
        assertThat(labels(reader, plan, first.id())).containsExactly("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");

        TestClock.setTo(LocalDateTime.of(2026, 1, 1, 0, 0, 1));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(labels(reader, plan, first.id()))
                        .containsExactly(
                                "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4",
                                "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"));
        assertThat(assignments(reader, "plan=" + plan + "&kind=STUDY_MATERIAL")).hasSize(1);
        assertThat(assignments(reader, "plan=" + plan + "&kind=GENERIC_TASK")
                        .getLast()
                        .get("dueAt"))
                .isEqualTo("2026-12-24T17:00:00Z");
    }

    private static List<Object> labels(String reader, UUID plan, UUID organisation) {
        return assignments(reader, "plan=" + plan + "&kind=GENERIC_TASK&organisation=" + organisation).stream()
                .map(each -> each.get("occurrence"))
                .sorted()
                .toList();
    }
}
