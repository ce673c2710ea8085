package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
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
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class IssuePlanTest {

    private static final LocalDate TENTH_OF_APRIL = LocalDate.of(2024, 4, 10);

    private Unit province;
    private Unit first;
    private Unit second;

    @BeforeEach
    void grow() {
        province = aProvince();
        first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        second = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        aUnit(first.id(), "CELL");
    }

    private Map<String, Object> reportBeforeTheTenth() {
        return anObligation(
                "O-1", "RESULT_REPORT", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), before(TENTH_OF_APRIL));
    }

    @Test
    void issuing_opens_one_assignment_per_organisation_with_its_due_instant() {
        var plan = anIssuedPlan(province.id(), aPlan(province.id(), reportBeforeTheTenth()));
        var opened = assignments(aHolder("AUDITOR", province.id()), "plan=" + plan);
        assertThat(opened)
                .extracting(each -> each.get("organisationId"))
                .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());
        assertThat(opened).allSatisfy(each -> {
            assertThat(each.get("dueDay")).isEqualTo("2024-04-09");
            assertThat(each.get("dueAt")).isEqualTo("2024-04-09T17:00:00Z");
        });
    }

    @Test
    void the_issued_plan_and_its_assignments_are_published() {
        var plan = anIssuedPlan(province.id(), aPlan(province.id(), reportBeforeTheTenth()));
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var events = TestEvents.on("plans.plan.v1", plan.toString());
            assertThat(events)
                    .extracting(event -> TestEvents.header(event, "ce_type"))
                    .contains("plans.plan.issued.v1");
            assertThat(new String(events.getLast().value(), StandardCharsets.UTF_8))
                    .contains("\"status\":\"ISSUED\"")
                    .doesNotContain("signer");
        });
        var assignment =
                assignments(aHolder("AUDITOR", province.id()), "plan=" + plan).getFirst();
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> !TestEvents.on("plans.assignment.v1", (String) assignment.get("id"))
                        .isEmpty());
    }

    @Test
    void two_clerks_issue_at_once_and_one_of_them_does() throws Exception {
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var drafted = post(
                aHolder("COMMITTEE_OFFICER", province.id()),
                "/api/v1/plans",
                aPlan(province.id(), reportBeforeTheTenth()));
        var path = "/api/v1/plans/" + drafted.path("id");
        var tag = command(leader, path + "/adoption", drafted.header("ETag"), aVote())
                .header("ETag");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> command(leader, path + "/issuance", tag, null).statusCode());
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var codes = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnlyOnce(200).allMatch(code -> code == 200 || code == 412 || code == 409);
        }
    }

    @Test
    void _422_without_number_symbol_and_date() {
        var content = aPlan(province.id(), reportBeforeTheTenth());
        content.remove("number");
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var drafted = post(aHolder("COMMITTEE_OFFICER", province.id()), "/api/v1/plans", content);
        var path = "/api/v1/plans/" + drafted.path("id");
        var adopted = command(leader, path + "/adoption", drafted.header("ETag"), aVote());
        command(leader, path + "/issuance", adopted.header("ETag"), null)
                .then()
                .statusCode(422)
                .body("type", is("/problems/number-symbol-and-date-required"));
        get(leader, path).then().body("status", is("ADOPTED")).body("issuedAt", nullValue());
    }

    @Test
    void _409_when_it_is_still_a_draft_and_403_for_an_officer() {
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var drafted = post(officer, "/api/v1/plans", aPlan(province.id(), reportBeforeTheTenth()));
        var path = "/api/v1/plans/" + drafted.path("id");
        command(aHolder("COMMITTEE_LEADER", province.id()), path + "/issuance", drafted.header("ETag"), null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-plan-status"));
        command(officer, path + "/issuance", drafted.header("ETag"), null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
    }

    @Test
    void _403_when_the_author_adopts() {
        var both = aHolder("COMMITTEE_OFFICER", province.id());
        give(FIRST_ADMINISTRATOR, both, "COMMITTEE_LEADER", province.id())
                .then()
                .statusCode(201);
        var drafted = post(both, "/api/v1/plans", aPlan(province.id(), reportBeforeTheTenth()));
        command(both, "/api/v1/plans/" + drafted.path("id") + "/adoption", drafted.header("ETag"), aVote())
                .then()
                .statusCode(403)
                .body("type", is("/problems/author-cannot-adopt"));
    }

    @Test
    void _409_for_the_same_document_twice() {
        var content = aPlan(province.id(), reportBeforeTheTenth());
        anIssuedPlan(province.id(), content);
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var drafted = post(aHolder("COMMITTEE_OFFICER", province.id()), "/api/v1/plans", content);
        var path = "/api/v1/plans/" + drafted.path("id");
        var adopted = command(leader, path + "/adoption", drafted.header("ETag"), aVote());
        command(leader, path + "/issuance", adopted.header("ETag"), null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-plan-per-document"));
    }

    @Test
    void a_draft_is_seen_by_its_owner_alone_and_an_issued_plan_by_those_it_binds() {
        var bound = aHolder("MEMBER", first.id());
        var stranger = aHolder("COMMITTEE_LEADER", aProvince().id());
        String draft = post(
                        aHolder("COMMITTEE_OFFICER", province.id()),
                        "/api/v1/plans",
                        aPlan(province.id(), reportBeforeTheTenth()))
                .path("id");
        get(bound, "/api/v1/plans/" + draft).then().statusCode(404).body("type", is("/problems/plan-not-found"));
        var issued = anIssuedPlan(province.id(), aPlan(province.id(), reportBeforeTheTenth()));
        get(bound, "/api/v1/plans/" + issued).then().statusCode(200);
        get(stranger, "/api/v1/plans/" + issued).then().statusCode(404);
        get(stranger, "/api/v1/plans?limit=200")
                .then()
                .body("items.findAll { it.id == '" + issued + "' }.size()", is(0));
        get(bound, "/api/v1/plans?limit=200").then().body("items.findAll { it.id == '" + issued + "' }.size()", is(1));
    }

    @Test
    void a_named_debtor_that_does_not_exist_is_refused_before_anything_is_stored() {
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        post(
                        officer,
                        "/api/v1/plans",
                        aPlan(
                                province.id(),
                                anObligation("O-1", "RESULT_REPORT", named(UUID.randomUUID()), before(TENTH_OF_APRIL))))
                .then()
                .statusCode(422)
                .body("type", is("/problems/unknown-organisation"));
        get(officer, "/api/v1/plans?organisation=" + province.id()).then().body("items.size()", is(0));
    }

    @Test
    void a_deadline_that_ends_before_it_begins_is_refused() {
        var reversed = Map.of("type", "WITHIN_PERIOD", "from", "2024-03-01", "to", "2024-02-01");
        post(
                        aHolder("COMMITTEE_OFFICER", province.id()),
                        "/api/v1/plans",
                        aPlan(province.id(), anObligation("O-1", "RESULT_REPORT", named(first.id()), reversed)))
                .then()
                .statusCode(422)
                .body("type", is("/problems/deadline-contradicts"));
    }

    @Test
    void an_unknown_kind_of_obligation_is_400() {
        post(
                        aHolder("COMMITTEE_OFFICER", province.id()),
                        "/api/v1/plans",
                        aPlan(province.id(), anObligation("O-1", "DANCE", named(first.id()), null)))
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    @Test
    void rules_and_matters_of_record_open_nothing() {
        var plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation("R-1", "EXEMPTION_RULE", named(first.id()), null),
                        anObligation("R-2", "MONITORING", named(first.id()), Map.of("type", "ONGOING"))));
        assertThat(assignments(aHolder("AUDITOR", province.id()), "plan=" + plan))
                .isEmpty();
    }

    @Test
    void a_plan_sent_upward_fulfils_what_the_superior_demanded_and_a_return_opens_it_again() {
        var parent = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation(
                                "P-1",
                                "COLLECTIVE_PLAN",
                                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                                before(LocalDate.of(2050, 4, 10)))));
        var own = aPlan(first.id());
        own.put("parentPlanId", parent);
        var officer = aHolder("COMMITTEE_OFFICER", first.id());
        var leader = aHolder("COMMITTEE_LEADER", first.id());
        var drafted = post(officer, "/api/v1/plans", own);
        drafted.then().statusCode(201);
        var path = "/api/v1/plans/" + drafted.path("id");
        var adopted = command(leader, path + "/adoption", drafted.header("ETag"), aVote());
        var submitted = command(officer, path + "/submission", adopted.header("ETag"), Map.of());
        submitted.then().statusCode(200).body("submissionStatus", is("SUBMITTED"));
        var auditor = aHolder("AUDITOR", province.id());
        assertThat(standingOf(first, auditor, parent)).isEqualTo("DONE");
        assertThat(standingOf(second, auditor, parent)).isEqualTo("AWAITED");

        command(officer, path + "/acknowledgement", "*", null).then().statusCode(403);
        command(
                        aHolder("COMMITTEE_OFFICER", province.id()),
                        path + "/return",
                        submitted.header("ETag"),
                        Map.of("reason", "Thiếu chỉ tiêu"))
                .then()
                .statusCode(200)
                .body("submissionStatus", is("RETURNED"));
        assertThat(standingOf(first, auditor, parent)).isEqualTo("AWAITED");
    }

    private static Object standingOf(Unit unit, String reader, UUID plan) {
        List<Map<String, Object>> found = assignments(reader, "plan=" + plan + "&organisation=" + unit.id());
        return found.getFirst().get("standing");
    }
}
