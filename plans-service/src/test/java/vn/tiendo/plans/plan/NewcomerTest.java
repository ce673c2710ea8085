package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.plans.PlansWorld.Unit;

/// Organisations that appear after a plan was issued owe what they can still do in time, once.
@QuarkusTest
class NewcomerTest {

    private Unit province;
    private String reader;

    @BeforeEach
    void inMarch() {
        TestClock.setTo(LocalDateTime.of(2024, 3, 13, 8, 0));
        province = aProvince();
        reader = aHolder("AUDITOR", province.id());
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    private UUID issue() {
        var committees = childrenOf(province.id(), "GRASSROOTS_COMMITTEE");
        var monthly = anObligation("M", "THEMATIC_MEETING", committees, null);
        monthly.put("counts", Map.of("minCount", 1, "perPeriod", "QUARTER"));
        return anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation("PAST", "STUDY_MATERIAL", committees, before(LocalDate.of(2024, 3, 13))),
                        anObligation("TODAY", "DOSSIER_SUBMISSION", committees, before(LocalDate.of(2024, 3, 14))),
                        anObligation("UNDATED", "GENERIC_TASK", committees, null),
                        anObligation("RULE", "EXEMPTION_RULE", committees, null),
                        monthly));
    }

    @Test
    void a_new_organisation_owes_what_it_fits_and_can_still_do_in_time() {
        var before = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var plan = issue();
        var dated = kinds(plan, before);
        assertThat(dated).contains("STUDY_MATERIAL", "DOSSIER_SUBMISSION", "GENERIC_TASK", "THEMATIC_MEETING");
        var after = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var board = aUnit(province.id(), "ADVISORY_BOARD");
        var elsewhere = aUnit(aProvince().id(), "GRASSROOTS_COMMITTEE");
        settled();
        var expected = new ArrayList<>(dated);
        expected.remove("STUDY_MATERIAL");
        assertThat(kinds(plan, after)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(kinds(plan, board)).isEmpty();
        assertThat(TestDatabase.count("select count(*) from assignment where organisation_id = ?", elsewhere.id()))
                .isZero();
        assertThat(kinds(plan, before)).hasSameSizeAs(dated);
    }

    @Test
    void a_new_organisation_is_bound_like_the_others() {
        aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var plan = issue();
        var path = "/api/v1/plans/" + plan;
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(reader, path + "/receipts/count").path("complete"));
        var after = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        settled();
        get(reader, path + "/receipts/count").then().body("bound", is(2)).body("missing", is(2));
        get(reader, path + "/coverage").then().body("items.bound", is(List.of(2, 2, 2, 2, 2)));
        get(reader, path + "/receipts?received=false")
                .then()
                .body("items.organisationId", hasItem(after.id().toString()));
        get(aHolder("MEMBER", after.id()), path).then().statusCode(200);
        // looked at again, nothing is counted twice
        TestDatabase.ask(
                "with again as (update organisation_period set name = name where organisation_id = ? returning 1)"
                        + " select 1",
                after.id());
        settled();
        get(reader, path + "/receipts/count").then().body("bound", is(2));
        get(reader, path + "/coverage").then().body("items.bound", is(List.of(2, 2, 2, 2, 2)));
    }

    @Test
    void many_that_appear_while_nobody_looks_are_all_found_and_once() {
        var plan = issue();
        var appeared = new ArrayList<Unit>();
        try (var held = HeldTask.named("newcomer-binding")) {
            for (int i = 0; i < 5; i++) {
                appeared.add(aUnit(province.id(), "GRASSROOTS_COMMITTEE"));
            }
            assertThat(TestDatabase.count(
                            "select count(*) from newcomer where organisation_id = ?",
                            appeared.getLast().id()))
                    .isOne();
        }
        settled();
        // asked once more from the beginning, as after a move: nothing is opened twice
        TestDatabase.ask(
                "with again as (update organisation_period set name = name where organisation_id = ? returning 1)"
                        + " select 1",
                appeared.getFirst().id());
        settled();
        for (var unit : appeared) {
            assertThat(kinds(plan, unit))
                    .as(unit.code())
                    .hasSize(kinds(plan, appeared.getLast()).size());
        }
        assertThat(TestDatabase.count("""
            select count(*) from (select 1 from assignment where plan_id = ?
              group by obligation_id, organisation_id, occurrence having count(*) > 1) twice\
            """, plan)).isZero();
    }

    @Test
    void an_organisation_that_began_between_the_date_of_the_document_and_its_issue_is_not_forgotten() {
        String young = post(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/organisations",
                        Map.of(
                                "parentId",
                                province.id(),
                                "code",
                                "Y" + UUID.randomUUID().toString().substring(0, 8),
                                "name",
                                "Đảng bộ mới",
                                "kind",
                                "GRASSROOTS_COMMITTEE",
                                "hierarchy",
                                "PARTY",
                                "validFrom",
                                "2024-03-05"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        settled();
        var plan = issue(); // dated 1 March
        settled();
        assertThat(kinds(plan, new Unit(UUID.fromString(young), "", province.id())))
                .contains("DOSSIER_SUBMISSION", "GENERIC_TASK")
                .doesNotContain("STUDY_MATERIAL");
    }

    private List<String> kinds(UUID plan, Unit unit) {
        return assignments(reader, "plan=" + plan + "&organisation=" + unit.id()).stream()
                .map(each -> (String) each.get("kind"))
                .sorted()
                .toList();
    }

    private static void settled() {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestDatabase.count("select count(*) from newcomer") == 0);
    }
}
