package vn.tiendo.plans.assignment;

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
import static vn.tiendo.plans.PlansWorld.get;

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
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

/// "Mỗi đơn vị giới thiệu 02 - 03 điển hình": what is reported upward counts, and the second one decides lateness.
@QuarkusTest
class NominationTest {

    private Unit province;
    private Unit unit;
    private String reader;
    private String id;
    private String obligation;

    @BeforeEach
    void issueInMarch() {
        TestClock.setTo(LocalDateTime.of(2024, 3, 13, 8, 0));
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        reader = aHolder("AUDITOR", province.id());
        var exemplars = anObligation(
                "E",
                "EXEMPLAR_NOMINATION",
                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                before(LocalDate.of(2024, 4, 10)));
        exemplars.put("counts", Map.of("minCount", 2, "maxCount", 3));
        var plan = anIssuedPlan(province.id(), aPlan(province.id(), exemplars));
        var owed = assignments(reader, "plan=" + plan).getFirst();
        id = (String) owed.get("id");
        obligation = (String) owed.get("obligationId");
        assertThat(owed.get("requiredCount")).isEqualTo(2);
        assertThat(owed.get("maxCount")).isEqualTo(3);
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void enough_reported_nominations_fulfil_and_a_withdrawn_one_opens_it_again() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        nominate(first, 1, "PROPOSED", null);
        nominate(first, 2, "REPORTED", "2024-04-01T02:00:00Z");
        await("AWAITED", 1);
        nominate(second, 7, "COMMENDED", "2024-04-09T16:59:59Z");
        await("DONE", 2);
        nominate(second, 8, "FOLLOWED_UP", "2024-04-09T16:59:59Z"); // a year on it still counts
        nominate(first, 3, "WITHDRAWN", "2024-04-01T02:00:00Z");
        await("AWAITED", 1);
        nominate(first, 2, "REPORTED", "2024-04-01T02:00:00Z"); // stale
        nominate(UUID.randomUUID(), 1, "REPORTED", "2024-04-09T17:00:00Z");
        await("DONE_LATE", 2);
    }

    @Test
    void more_than_the_most_are_flagged() {
        for (int i = 0; i < 4; i++) {
            nominate(UUID.randomUUID(), 1, "REPORTED", "2024-04-01T02:00:0" + i + "Z");
        }
        await("DONE", 4);
        get(reader, "/api/v1/assignments/" + id).then().body("tooMany", org.hamcrest.Matchers.is(true));
    }

    @Test
    void nominations_that_are_here_before_the_assignment_count_once_it_opens() {
        Unit later;
        try (var held = HeldTask.named("newcomer-binding")) {
            later = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
            var early = UUID.randomUUID();
            nominate(later, early, 1, "REPORTED", "2024-04-01T02:00:00Z");
            Awaitility.await()
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() ->
                            TestDatabase.count("select count(*) from counted_nomination where id = ?", early) == 1);
        }
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(
                                assignments(reader, "obligation=" + obligation + "&organisation=" + later.id()))
                        .extracting(each -> each.get("recordedCount"))
                        .containsExactly(1));
    }

    private void nominate(UUID nomination, long sequence, String status, @Nullable String reportedAt) {
        nominate(unit, nomination, sequence, status, reportedAt);
    }

    private void nominate(Unit unit, UUID nomination, long sequence, String status, @Nullable String reportedAt) {
        var data = new HashMap<String, Object>(Map.of(
                "id",
                nomination.toString(),
                "campaignYear",
                2024,
                "obligationId",
                obligation,
                "organisationId",
                unit.id().toString(),
                "form",
                "COLLECTIVE",
                "status",
                status));
        if (reportedAt != null) {
            data.put("reportedAt", reportedAt);
        }
        TestEvents.send(
                "registrations.nomination.v1",
                nomination.toString(),
                "registrations.nomination.changed.v1",
                sequence,
                new io.vertx.core.json.JsonObject(data).encode());
    }

    private void await(String standing, int count) {
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var owed = get(reader, "/api/v1/assignments/" + id);
            assertThat((String) owed.path("standing")).isEqualTo(standing);
            assertThat((int) owed.path("recordedCount")).isEqualTo(count);
        });
    }
}
