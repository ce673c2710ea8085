package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

/// Whom an organisation that was moved owes its reports: the superior by the tree of the due day.
@QuarkusTest
class MovedDebtorTest {

    private Unit province;
    private Unit district;
    private Unit other;
    private Unit commune;
    private String reader;
    private UUID plan;

    @BeforeEach
    void issue() {
        TestClock.setTo(LocalDateTime.of(2024, 7, 5, 8, 0));
        province = aProvince();
        district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        other = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
        reader = aHolder("AUDITOR", province.id());
        plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        toParent("BEFORE", LocalDate.of(2024, 6, 30)),
                        toParent("AFTER", LocalDate.of(2024, 11, 10)),
                        toParent("UNDATED", null),
                        anObligation("FIXED", "RESULT_REPORT", named(commune.id()), before(LocalDate.of(2024, 9, 1)))));
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    private Map<String, Object> toParent(String code, @Nullable LocalDate day) {
        var report = anObligation(code, "RESULT_REPORT", named(commune.id()), day == null ? null : before(day));
        report.put("recipientIsParent", true);
        report.put("viaOrganisationId", district.id());
        return report;
    }

    @Test
    void what_is_due_after_the_move_is_owed_to_the_new_superior() {
        var atOther = aHolder("COMMITTEE_OFFICER", other.id());
        decided("2024-07-01", move(commune.id(), other.id()));
        settled();
        assertThat(recipients())
                .containsEntry("2024-06-29", district.id().toString())
                .containsEntry("2024-11-09", other.id().toString())
                .containsEntry("null", other.id().toString())
                .containsEntry("2024-08-31", "null");
        assertThat(assignments(reader, "plan=" + plan + "&dueFrom=2024-11-09&dueTo=2024-11-09"))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved)
                            .containsEntry("viaOrganisationId", district.id().toString());
                    Awaitility.await()
                            .atMost(10, TimeUnit.SECONDS)
                            .untilAsserted(() -> assertThat(TestEvents.header(
                                            TestEvents.on("plans.assignment.v1", (String) moved.get("id"))
                                                    .getLast(),
                                            "ce_type"))
                                    .isEqualTo("plans.assignment.redirected.v1"));
                });
        assertThat(assignments(atOther, "plan=" + plan)).hasSize(4);
        decided("2024-07-02", move(commune.id(), district.id()));
        settled();
        assertThat(recipients()).containsEntry("2024-11-09", district.id().toString());
    }

    private Map<String, String> recipients() {
        var recipients = new HashMap<String, String>();
        assignments(reader, "plan=" + plan)
                .forEach(each -> recipients.put(
                        String.valueOf(each.get("dueDay")), String.valueOf(each.get("recipientOrganisationId"))));
        return recipients;
    }

    private static void settled() {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestDatabase.count("select count(*) from moved_debtor") == 0);
    }
}
