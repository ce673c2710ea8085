package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld;
import vn.tiendo.plans.PlansWorld.Unit;

/// The plan demands K (kept), M (its date moves) and R (removed) of two units; the amendment adds A.
@QuarkusTest
class AmendPlanTest {

    @Inject
    AssignmentOpening opening;

    private static final LocalDate DAY = LocalDate.of(2050, 4, 10);

    private Unit province;
    private Unit first;
    private Unit second;
    private String officer;
    private String leader;
    private Map<String, Object> content;
    private UUID plan;
    private String path;

    @BeforeEach
    void issue() {
        province = aProvince();
        first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        second = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        leader = aHolder("COMMITTEE_LEADER", province.id());
        content = aPlan(province.id(), task("K", DAY), task("M", DAY), task("R", DAY));
        plan = anIssuedPlan(province.id(), content);
        path = "/api/v1/plans/" + plan;
    }

    private Map<String, Object> task(String code, LocalDate day) {
        return anObligation(code, "STUDY_MATERIAL", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), before(day));
    }

    private UUID drafted() {
        return drafted(plan);
    }

    private UUID drafted(UUID amended) {
        var draft = command(officer, "/api/v1/plans/" + amended + "/amendments", null, Map.of());
        draft.then()
                .statusCode(201)
                .body("status", is("DRAFT"))
                .body("amends", is(amended.toString()))
                .body("number", nullValue())
                .body("issueDate", nullValue());
        return UUID.fromString(draft.path("id"));
    }

    private void rewrite(UUID amendment, Map<String, Object> changed) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(officer))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(changed)
                .put("/api/v1/plans/" + amendment)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> amended() {
        var changed = aPlan(province.id(), task("K", DAY), task("M", DAY.plusDays(21)), task("A", DAY));
        changed.put("issueDate", "2024-06-01");
        return changed;
    }

    private void issue(UUID amendment) {
        command(leader, "/api/v1/plans/" + amendment + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
        command(leader, "/api/v1/plans/" + amendment + "/issuance", "*", null)
                .then()
                .statusCode(200);
    }

    private void awaitOpened(UUID amendment) {
        PlansWorld.awaitOpened(leader, "/api/v1/plans/" + amendment);
    }

    private Map<String, Map<String, Object>> ownedBy(Unit unit, UUID owner) {
        var codes = get(leader, "/api/v1/plans/" + owner + "/obligations?limit=200")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .collect(Collectors.toMap(each -> (String) each.get("id"), each -> (String) each.get("code")));
        return assignments(leader, "plan=" + owner + "&organisation=" + unit.id()).stream()
                .collect(Collectors.toMap(each -> codes.get((String) each.get("obligationId")), Function.identity()));
    }

    @Test
    void the_amendment_takes_the_place_of_the_plan_and_keeps_its_assignments() {
        var before = ownedBy(first, plan);
        command(
                        officer,
                        "/api/v1/assignments/" + before.get("K").get("id") + "/fulfilment",
                        "*",
                        Map.of("reason", "Xong"))
                .then()
                .statusCode(200);
        var amendment = drafted();
        rewrite(amendment, amended());
        issue(amendment);
        get(leader, path).then().body("status", is("SUPERSEDED")).body("supersededBy", is(amendment.toString()));
        awaitOpened(amendment);

        var after = ownedBy(first, amendment);
        assertThat(after.keySet()).containsExactlyInAnyOrder("K", "M", "A");
        assertThat(after.get("K").get("id")).isEqualTo(before.get("K").get("id"));
        assertThat(after.get("K")).containsEntry("standing", "DONE").containsEntry("dueDay", "2050-04-09");
        assertThat(after.get("M").get("id")).isEqualTo(before.get("M").get("id"));
        assertThat(after.get("M")).containsEntry("standing", "AWAITED").containsEntry("dueDay", "2050-04-30");
        assertThat((String) after.get("M").get("reason")).contains("KH/TU");
        assertThat(after.get("A").get("id"))
                .isNotIn(before.values().stream().map(each -> each.get("id")).toList());
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "WAIVED".equals(ownedBy(second, plan).get("R").get("standing")));
        assertThat(ownedBy(first, plan).keySet()).containsExactly("R");
        assertThat((String) ownedBy(second, plan).get("R").get("reason")).contains("KH/TU");
    }

    @Test
    void another_recipient_sees_what_is_owed_to_it_from_then_on() {
        var board = aUnit(province.id(), "ADVISORY_BOARD");
        var reader = aHolder("COMMITTEE_OFFICER", board.id());
        var amendment = drafted();
        var routed = task("K", DAY);
        routed.put("recipientOrganisationId", board.id());
        var changed = aPlan(province.id(), routed, task("M", DAY), task("R", DAY));
        changed.put("issueDate", "2024-06-01");
        rewrite(amendment, changed);
        assertThat(assignments(reader, "plan=" + plan)).isEmpty();
        issue(amendment);
        awaitOpened(amendment);
        assertThat(assignments(reader, "plan=" + amendment).stream().map(each -> each.get("organisationId")))
                .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());
    }

    @Test
    void an_extension_that_was_given_counts_on_while_it_is_later_than_the_new_date() {
        var id = ownedBy(first, plan).get("M").get("id");
        command(
                        leader,
                        "/api/v1/assignments/" + id + "/extension",
                        "*",
                        Map.of("lastDay", "2050-05-05", "reason", "Bão lũ"))
                .then()
                .statusCode(200);
        var amendment = drafted();
        rewrite(amendment, amended());
        issue(amendment);
        awaitOpened(amendment);
        assertThat(ownedBy(first, amendment).get("M")).containsEntry("dueDay", "2050-05-05");
        assertThat(ownedBy(second, amendment).get("M")).containsEntry("dueDay", "2050-04-30");
    }

    @Test
    void what_was_transferred_is_owed_on_by_whom_it_was_transferred_to() {
        var board = aUnit(province.id(), "ADVISORY_BOARD");
        var third = aUnit(province.id(), "CELL");
        String taken = transfer(ownedBy(first, plan).get("K"), board);
        String again = transfer(ownedBy(second, plan).get("M"), board);
        again = transfer(Map.of("id", again), third);
        var amendment = drafted();
        rewrite(amendment, amended());
        issue(amendment);
        awaitOpened(amendment);
        assertThat(ownedBy(first, amendment).keySet()).containsExactlyInAnyOrder("M", "A");
        assertThat(ownedBy(second, amendment).keySet()).containsExactlyInAnyOrder("K", "A");
        assertThat(ownedBy(board, amendment)).containsOnlyKeys("K");
        assertThat(ownedBy(board, amendment).get("K"))
                .containsEntry("id", taken)
                .containsEntry("standing", "AWAITED");
        assertThat(ownedBy(third, amendment)).containsOnlyKeys("M");
        assertThat(ownedBy(third, amendment).get("M"))
                .containsEntry("id", again)
                .containsEntry("standing", "AWAITED")
                .containsEntry("dueDay", "2050-04-30");
        assertThat(ownedBy(first, plan).get("K")).containsEntry("standing", "TRANSFERRED");
    }

    private String transfer(Map<String, Object> assignment, Unit to) {
        var transferred = command(
                officer,
                "/api/v1/assignments/" + assignment.get("id") + "/transfer",
                "*",
                Map.of("organisationId", to.id(), "reason", "Chuyển việc"));
        transferred.then().statusCode(200);
        return transferred.path("id");
    }

    @Test
    void one_of_two_amendments_is_issued() {
        var one = drafted();
        var other = drafted();
        rewrite(one, amended());
        rewrite(other, amended());
        issue(one);
        command(leader, "/api/v1/plans/" + other + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
        command(leader, "/api/v1/plans/" + other + "/issuance", "*", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-issued-amendment-per-plan"));
        get(leader, "/api/v1/plans/" + other).then().body("status", is("ADOPTED"));
    }

    @Test
    void a_plan_amended_before_its_assignments_were_open_ends_with_each_of_them_once() {
        UUID amendment;
        UUID early;
        try (var held = HeldTask.named("assignment-opening")) {
            String draft = post(officer, "/api/v1/plans", aPlan(province.id(), task("K", DAY), task("R", DAY)))
                    .path("id");
            early = UUID.fromString(draft);
            issue(early);
            path = "/api/v1/plans/" + early;
            plan = early;
            amendment = drafted();
            rewrite(amendment, amended());
            issue(amendment);
            assertThat(held).isNotNull();
        }
        awaitOpened(amendment);
        for (var unit : List.of(first, second)) {
            assertThat(ownedBy(unit, amendment).keySet()).containsExactlyInAnyOrder("K", "M", "A");
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> "WAIVED".equals(ownedBy(unit, early).get("R").get("standing")));
            assertThat(ownedBy(unit, early).keySet()).containsExactly("R");
        }
    }

    @Test
    void whatever_pass_is_lost_each_assignment_is_carried_once() {
        var before = ownedBy(first, plan);
        UUID amendment;
        try (var held = HeldTask.named("assignment-opening")) {
            amendment = drafted();
            rewrite(amendment, amended());
            issue(amendment);
            var next = drafted(amendment);
            rewrite(next, amended());
            issue(next);
            for (int i = 0; i < 30; i++) {
                QuarkusTransaction.begin();
                opening.pass();
                QuarkusTransaction.rollback();
                QuarkusTransaction.requiringNew().run(opening::pass);
            }
            amendment = next;
            assertThat(held).isNotNull();
        }
        awaitOpened(amendment);
        for (var unit : List.of(first, second)) {
            assertThat(assignments(leader, "organisation=" + unit.id())).hasSize(4);
            assertThat(ownedBy(unit, amendment).keySet()).containsExactlyInAnyOrder("K", "M", "A");
            assertThat(ownedBy(unit, plan).get("R")).containsEntry("standing", "WAIVED");
        }
        assertThat(ownedBy(first, amendment).get("K").get("id"))
                .isEqualTo(before.get("K").get("id"));
    }

    @Test
    void those_bound_compare_the_amendment_with_what_they_knew() {
        var amendment = drafted();
        rewrite(amendment, amended());
        var secretary = aHolder("CELL_SECRETARY", first.id());
        get(secretary, "/api/v1/plans/" + amendment + "/diff").then().statusCode(404);
        issue(amendment);
        awaitOpened(amendment);
        get(secretary, "/api/v1/plans/" + amendment + "/diff")
                .then()
                .statusCode(200)
                .body("removed.code", contains("R"));
    }

    @Test
    void the_difference_names_fields_obligations_and_moved_deadlines() {
        var amendment = drafted();
        var changed = amended();
        changed.put("title", "Sửa đổi");
        rewrite(amendment, changed);
        get(officer, "/api/v1/plans/" + amendment + "/diff")
                .then()
                .statusCode(200)
                .body("fields.field", hasItem("title"))
                .body("fields.find { it.field == 'title' }.to", is("Sửa đổi"))
                .body("added.code", contains("A"))
                .body("removed.code", contains("R"))
                .body("changed.code", contains("M"))
                .body("changed[0].changes.field", contains("deadline"))
                .body("moved.code", contains("M"))
                .body("moved[0].from", is("2050-04-09"))
                .body("moved[0].to", is("2050-04-30"));
        get(officer, path + "/diff").then().statusCode(422).body("type", is("/problems/nothing-to-compare-with"));
    }

    @Test
    void amendments_of_a_plan_are_listed_and_issuing_one_asks_for_receipts_anew() {
        var secretary = aHolder("CELL_SECRETARY", first.id());
        command(secretary, path + "/receipts", null, Map.of("organisationId", first.id()))
                .then()
                .statusCode(201);
        var amendment = drafted();
        rewrite(amendment, amended());
        get(officer, path + "/amendments").then().body("items.id", contains(amendment.toString()));
        get(secretary, path + "/amendments").then().body("items.size()", is(0));
        issue(amendment);
        var count = "/api/v1/plans/" + amendment + "/receipts/count";
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, count).path("complete"));
        get(leader, count).then().body("bound", is(2)).body("received", is(0)).body("missing", is(2));
        command(secretary, "/api/v1/plans/" + amendment + "/receipts", null, Map.of("organisationId", first.id()))
                .then()
                .statusCode(201)
                .body("organisationId", is(first.id().toString()));
        get(leader, count).then().body("received", is(1)).body("missing", is(1));
    }

    @Test
    void only_those_bound_acknowledge_receipt_and_once_counts_once() {
        var stranger = aUnit(province.id(), "CELL");
        var secretary = aHolder("CELL_SECRETARY", first.id());
        var first = this.first;
        for (int i = 0; i < 2; i++) {
            command(secretary, path + "/receipts", null, Map.of("organisationId", first.id()))
                    .then()
                    .statusCode(201);
        }
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, path + "/receipts/count").path("complete"));
        get(leader, path + "/receipts/count").then().body("bound", is(2)).body("received", is(1));
        get(leader, path + "/receipts?received=false")
                .then()
                .body("items.organisationId", contains(second.id().toString()));
        get(leader, path + "/receipts?received=true")
                .then()
                .body("items.organisationId", contains(first.id().toString()))
                .body("items[0].planVersion", org.hamcrest.Matchers.notNullValue());
        get(secretary, path + "/receipts")
                .then()
                .body("items.organisationId", contains(first.id().toString()));
        command(leader, path + "/receipts", null, Map.of("organisationId", first.id()))
                .then()
                .statusCode(403);
        command(
                        aHolder("COMMITTEE_OFFICER", province.id()),
                        path + "/receipts",
                        null,
                        Map.of("organisationId", province.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/not-bound"));
        command(
                        aHolder("CELL_SECRETARY", stranger.id()),
                        path + "/receipts",
                        null,
                        Map.of("organisationId", stranger.id()))
                .then()
                .statusCode(404);
    }

    @Test
    void what_each_unit_serves_is_counted_and_what_nobody_serves_is_listed() {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, path + "/receipts/count").path("complete"));
        var ids = get(leader, path + "/obligations").jsonPath().<String>getList("items.id");
        var item = anObligation("I-1", "STUDY_MATERIAL", named(first.id()), null);
        item.put("serves", List.of(ids.get(0)));
        var twice = anObligation("I-2", "STUDY_MATERIAL", named(first.id()), null);
        twice.put("serves", List.of(ids.get(0), ids.get(1)));
        var own = anIssuedPlan(first.id(), aPlan(first.id(), item, twice));

        get(leader, path + "/coverage")
                .then()
                .body("items.code", contains("K", "M", "R"))
                .body("items.bound", contains(2, 2, 2))
                .body("items.serving", contains(1, 1, 0))
                .body("items.missing", contains(1, 1, 2));
        get(leader, path + "/coverage?unserved=true").then().body("items.code", contains("R"));
        get(leader, path + "/coverage/" + ids.get(0) + "/organisations?serving=true")
                .then()
                .body("items.organisationId", contains(first.id().toString()))
                .body("items[0].items", is(2));
        get(leader, path + "/coverage/" + ids.get(0) + "/organisations?serving=false")
                .then()
                .body("items.organisationId", contains(second.id().toString()));
        var reader = aHolder("COMMITTEE_OFFICER", first.id());
        get(reader, "/api/v1/plans/" + own + "/demands")
                .then()
                .body("items.code", contains("K", "M", "R"))
                .body("items[0].servedBy", contains("I-1", "I-2"));
        get(reader, "/api/v1/plans/" + own + "/demands?unserved=true").then().body("items.code", contains("R"));

        command(
                        aHolder("COMMITTEE_LEADER", first.id()),
                        "/api/v1/plans/" + own + "/recall",
                        "*",
                        Map.of("reason", "Sai"))
                .then()
                .statusCode(200);
        get(leader, path + "/coverage").then().body("items.serving", contains(0, 0, 0));
    }

    @Test
    void an_item_that_served_the_plan_serves_its_amendment() {
        var ids = get(leader, path + "/obligations").jsonPath().<String>getList("items.id");
        var item = anObligation("I-1", "STUDY_MATERIAL", named(first.id()), null);
        item.put("serves", List.of(ids.get(1)));
        anIssuedPlan(first.id(), aPlan(first.id(), item));
        var amendment = drafted();
        rewrite(amendment, amended());
        issue(amendment);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, "/api/v1/plans/" + amendment + "/receipts/count")
                        .path("complete"));
        get(leader, "/api/v1/plans/" + amendment + "/coverage")
                .then()
                .body("items.find { it.code == 'M' }.serving", is(1))
                .body("items.find { it.code == 'K' }.serving", is(0));
    }

    @Test
    void a_plan_rolls_forward_with_its_dates_moved_on() {
        var rolled = command(officer, path + "/roll-forwards", null, Map.of("year", 2025));
        rolled.then()
                .statusCode(201)
                .body("plan.status", is("DRAFT"))
                .body("plan.year", is(2025))
                .body("plan.periodFrom", is("2025-01-01"))
                .body("plan.periodTo", is("2025-12-31"))
                .body("plan.number", nullValue())
                .body("plan.rolledForwardFrom", is(plan.toString()));
        get(officer, "/api/v1/plans/" + rolled.path("plan.id") + "/obligations")
                .then()
                .body("items[0].deadline.date", is("2051-04-10"))
                .body("items[0].deadline.raw", is("trước ngày 2050-04-10"))
                .body("items[0].recomputedFromYear", is(2024));
        command(officer, path + "/roll-forwards", null, Map.of("year", 2024))
                .then()
                .statusCode(422)
                .body("type", is("/problems/not-a-later-year"));
    }

    @Test
    void plans_are_found_by_what_they_are() {
        var symbol = "number=" + content.get("number") + "&symbol=KH/TU&within=" + province.id();
        get(leader, "/api/v1/plans?type=PLAN&year=2024&status=ISSUED&" + symbol)
                .then()
                .statusCode(200)
                .body("items.id", contains(plan.toString()));
        get(leader, "/api/v1/plans?type=GUIDANCE&" + symbol).then().body("items.size()", is(0));
        get(leader, "/api/v1/plans?updatedSince=2099-01-01T00:00:00Z&" + symbol)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        get(leader, "/api/v1/plans?updatedSince=2020-01-01T00:00:00Z&" + symbol)
                .then()
                .body("items.id", contains(plan.toString()));
    }
}
