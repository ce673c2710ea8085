package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// What can be taken away while a plan is a draft, and what cannot any more.
@QuarkusTest
class DeleteDraftTest {

    private static final String PLANS = "/api/v1/plans";

    private Unit province;
    private Unit unit;
    private String officer;
    private String leader;
    private String id;
    private String path;
    private String tag;

    @BeforeEach
    void draft() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        leader = aHolder("COMMITTEE_LEADER", province.id());
        var coordinated = anObligation("A", "RESULT_REPORT", named(unit.id()), null);
        coordinated.put("adviserOrganisationId", unit.id());
        var drafted = post(
                officer,
                PLANS,
                aPlan(province.id(), coordinated, anObligation("B", "STUDY_MATERIAL", named(unit.id()), null)));
        drafted.then().statusCode(201);
        id = drafted.path("id");
        path = PLANS + "/" + id;
        tag = drafted.header("ETag");
    }

    private static Response delete(String subject, String path, @Nullable String ifMatch) {
        var request = RestAssured.given().auth().oauth2(Tokens.of(subject));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).delete(path);
    }

    private static Response upload(String subject, String plan, String text) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(subject))
                .contentType("application/octet-stream")
                .queryParam("fileName", "phu-luc.txt")
                .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(plan + "/documents");
    }

    private static long rows(String table, String id) {
        return TestDatabase.count("select count(*) from " + table + " where plan_id = ?::uuid", id);
    }

    @Test
    void a_draft_goes_with_its_obligations_and_files_and_the_others_are_told() {
        upload(officer, path, "Phụ lục " + id).then().statusCode(201);
        assertThat(rows("obligation_party", id)).isOne();

        delete(officer, path, tag).then().statusCode(204);

        get(officer, path).then().statusCode(404).body("type", is("/problems/plan-not-found"));
        delete(officer, path, "*").then().statusCode(404);
        for (var table : List.of("obligation", "obligation_party", "plan_document")) {
            assertThat(rows(table, id)).as(table).isZero();
        }
        assertThat(TestDatabase.count(
                        "select bytes from document_usage where organisation_id = ?::uuid",
                        province.id().toString()))
                .as("the quota is free again")
                .isZero();
        assertThat(TestDatabase.ask(
                        "select state_before from audit_record where action = 'delete-plan' and subject_id = ?::uuid",
                        id))
                .singleElement()
                .asString()
                .contains("STUDY_MATERIAL");
        var last = Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestEvents.on("plans.plan.v1", id), told -> told.size() == 2)
                .getLast();
        assertThat(TestEvents.header(last, "ce_type")).isEqualTo("plans.plan.deleted.v1");
        assertThat(new String(last.value(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("deletedAt");
    }

    @Test
    void changed_and_deleted_at_once_only_one_of_them_happens() throws Exception {
        Callable<Integer> rewrite = () -> RestAssured.given()
                .auth()
                .oauth2(Tokens.of(officer))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(aPlan(province.id(), anObligation("C", "RESULT_REPORT", named(unit.id()), null)))
                .put(path)
                .statusCode();
        Callable<Integer> delete = () -> delete(officer, path, tag).statusCode();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(rewrite, delete));
            var rewritten = answers.get(0).get();
            var deleted = answers.get(1).get();
            if (deleted == 204) {
                assertThat(rewritten).isIn(404, 409, 412);
            } else {
                assertThat(List.of(rewritten, deleted)).containsExactly(200, 412);
            }
        }
    }

    @Test
    void _409_once_it_was_adopted_even_when_it_came_back() {
        command(leader, path + "/adoption", "*", aVote()).then().statusCode(200);
        delete(officer, path, "*").then().statusCode(409).body("type", is("/problems/wrong-plan-status"));
        var child = aHolder("COMMITTEE_OFFICER", unit.id());
        String own = post(child, PLANS, aPlan(unit.id())).path("id");
        var returned = PLANS + "/" + own;
        command(aHolder("COMMITTEE_LEADER", unit.id()), returned + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
        command(child, returned + "/submission", "*", Map.of()).then().statusCode(200);
        command(officer, returned + "/return", "*", Map.of("reason", "Thiếu"))
                .then()
                .statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(child))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(aPlan(unit.id()))
                .put(returned)
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"));
        delete(child, returned, "*").then().statusCode(409).body("type", is("/problems/draft-was-submitted"));
    }

    @Test
    void _409_while_another_plan_carries_it_out() {
        var below = aPlan(province.id());
        below.put("parentPlanId", id);
        var child = post(officer, PLANS, below);
        delete(officer, path, "*").then().statusCode(409).body("type", is("/problems/draft-referred-to"));
        delete(officer, PLANS + "/" + child.path("id"), child.header("ETag"))
                .then()
                .statusCode(204);
        delete(officer, path, "*").then().statusCode(204);
    }

    @Test
    void only_who_drafts_deletes_and_only_what_was_seen() {
        delete(aHolder("COMMITTEE_OFFICER", aProvince().id()), path, "*").then().statusCode(404);
        delete(aHolder("INSPECTOR", province.id()), path, "*").then().statusCode(403);
        delete(officer, path, null).then().statusCode(428);
        delete(officer, path, "\"99\"").then().statusCode(412);
        get(officer, path).then().statusCode(200);
    }

    @Test
    void an_obligation_is_taken_out_of_a_draft_and_the_others_stay() {
        String first = get(officer, path + "/obligations").path("items[0].id");
        String second = get(officer, path + "/obligations").path("items[1].id");
        var changed = delete(officer, path + "/obligations/" + first, tag);
        changed.then().statusCode(200).body("status", is("DRAFT"));
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        get(officer, path + "/obligations").then().body("items.id", contains(second));
        delete(officer, path + "/obligations/" + first, "*")
                .then()
                .statusCode(404)
                .body("type", is("/problems/obligation-not-found"));
        delete(officer, path + "/obligations/" + UUID.randomUUID(), "*").then().statusCode(404);
        command(leader, path + "/adoption", "*", aVote()).then().statusCode(200);
        delete(officer, path + "/obligations/" + second, "*")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-plan-status"));
    }
}
