package vn.tiendo.plans.assignment;

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
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.plans.PlansWorld.Unit;

/// Who advises on an obligation or coordinates it sees the issued plan, and what is owed of that obligation alone.
@QuarkusTest
class PartiesOfObligationsTest {

    private Unit province;
    private Unit adviser;
    private Unit coordinator;
    private Unit district;
    private Unit other;
    private Map<String, Object> draft;

    @BeforeEach
    void grow() {
        province = aProvince();
        adviser = aUnit(province.id(), "ADVISORY_BOARD");
        coordinator = aUnit(province.id(), "ADVISORY_BOARD");
        district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        other = aUnit(province.id(), "DISTRICT_COMMITTEE");
        var debtors = named(district.id(), other.id());
        var advised = anObligation("A", "RESULT_REPORT", debtors, before(LocalDate.of(2027, 5, 5)));
        advised.put("adviser", "Ban Tuyên giáo");
        advised.put("adviserOrganisationId", adviser.id());
        advised.put("coordinatorOrganisationIds", List.of(coordinator.id()));
        var alone = anObligation("B", "RESULT_REPORT", debtors, before(LocalDate.of(2027, 6, 5)));
        draft = aPlan(province.id(), advised, alone);
    }

    @Test
    void adviser_and_coordinator_see_the_issued_plan_and_what_is_owed_of_their_obligation() {
        var plan = anIssuedPlan(province.id(), draft);
        for (var unit : List.of(adviser, coordinator)) {
            var reader = aHolder("COMMITTEE_OFFICER", unit.id());
            get(reader, "/api/v1/plans/" + plan).then().statusCode(200).body("id", is(plan.toString()));
            var seen = assignments(reader, "plan=" + plan);
            assertThat(seen)
                    .extracting(each -> each.get("organisationId") + " " + each.get("dueDay"))
                    .containsExactlyInAnyOrder(district.id() + " 2027-05-04", other.id() + " 2027-05-04");
            for (var each : seen) {
                get(reader, "/api/v1/assignments/" + each.get("id")).then().statusCode(200);
            }
            assertThat(assignments(reader, "plan=" + plan + "&organisation=" + other.id()))
                    .hasSize(1);
            assertThat(assignments(reader, "plan=" + plan + "&standing=DONE")).isEmpty();
        }
        var unadvised = assignments(aHolder("AUDITOR", province.id()), "plan=" + plan).stream()
                .filter(each -> each.get("dueDay").equals("2027-06-04"))
                .findFirst()
                .orElseThrow();
        get(aHolder("COMMITTEE_OFFICER", adviser.id()), "/api/v1/assignments/" + unadvised.get("id"))
                .then()
                .statusCode(404)
                .body("type", is("/problems/assignment-not-found"));
    }

    @Test
    void seeing_is_not_settling() {
        var plan = anIssuedPlan(province.id(), draft);
        var officer = aHolder("COMMITTEE_OFFICER", adviser.id());
        var seen = assignments(officer, "plan=" + plan).getFirst();
        command(officer, "/api/v1/assignments/" + seen.get("id") + "/fulfilment", "*", Map.of("reason", "x"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_draft_and_other_boards_stay_apart() {
        var drafted = post(aHolder("COMMITTEE_OFFICER", province.id()), "/api/v1/plans", draft);
        drafted.then().statusCode(201);
        get(aHolder("COMMITTEE_OFFICER", adviser.id()), "/api/v1/plans/" + drafted.path("id"))
                .then()
                .statusCode(404)
                .body("type", is("/problems/plan-not-found"));
        draft.put("number", draft.get("number") + "a");
        var plan = anIssuedPlan(province.id(), draft);
        var stranger = aHolder(
                "COMMITTEE_OFFICER", aUnit(province.id(), "ADVISORY_BOARD").id());
        get(stranger, "/api/v1/plans/" + plan).then().statusCode(404);
        assertThat(assignments(stranger, "plan=" + plan)).isEmpty();
    }

    @Test
    void who_is_no_longer_named_in_the_draft_sees_nothing_once_it_is_issued() {
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var drafted = post(officer, "/api/v1/plans", draft);
        UUID id = UUID.fromString(drafted.path("id"));
        @SuppressWarnings("unchecked")
        var obligations = (List<Map<String, Object>>) draft.get("obligations");
        obligations.getFirst().remove("adviserOrganisationId");
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(vn.tiendo.kit.test.Tokens.of(officer))
                .header("If-Match", drafted.header("ETag"))
                .contentType("application/json")
                .body(draft)
                .put("/api/v1/plans/" + id)
                .then()
                .statusCode(200);
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        command(leader, "/api/v1/plans/" + id + "/adoption", "*", vn.tiendo.plans.PlansWorld.aVote())
                .then()
                .statusCode(200);
        command(leader, "/api/v1/plans/" + id + "/issuance", "*", null).then().statusCode(200);
        get(aHolder("COMMITTEE_OFFICER", adviser.id()), "/api/v1/plans/" + id)
                .then()
                .statusCode(404);
        get(aHolder("COMMITTEE_OFFICER", coordinator.id()), "/api/v1/plans/" + id)
                .then()
                .statusCode(200);
    }
}
