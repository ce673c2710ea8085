package vn.tiendo.plans.organisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class OrganisationTest {

    private Unit province;

    @BeforeEach
    void grow() {
        province = aProvince();
    }

    @Test
    void a_new_organisation_is_published_with_its_place_in_the_tree() {
        var unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> !TestEvents.on("plans.organisation.v1", unit.id().toString())
                        .isEmpty());
    }

    @Test
    void an_administrator_adds_below_the_own_organisation_and_nowhere_else() {
        var administrator = aHolder("ADMINISTRATOR", province.id());
        post(administrator, "/api/v1/organisations", below(province.id()))
                .then()
                .statusCode(201);
        post(administrator, "/api/v1/organisations", below(aProvince().id()))
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        post(aHolder("COMMITTEE_LEADER", province.id()), "/api/v1/organisations", below(province.id()))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
    }

    @Test
    void nobody_else_makes_a_root() {
        var body = below(province.id());
        body.remove("parentId");
        post(aHolder("ADMINISTRATOR", province.id()), "/api/v1/organisations", body)
                .then()
                .statusCode(403)
                .body("type", is("/problems/root-reserved"));
        post(FIRST_ADMINISTRATOR, "/api/v1/organisations", body)
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-root-per-deployment"));
    }

    @Test
    void _422_for_an_unknown_kind_and_409_for_a_code_that_is_taken() {
        var body = below(province.id());
        body.put("kind", "SPACESHIP");
        post(FIRST_ADMINISTRATOR, "/api/v1/organisations", body)
                .then()
                .statusCode(422)
                .body("type", is("/problems/unknown-organisation-kind"));
        body.put("kind", "CELL");
        body.put("code", province.code());
        post(FIRST_ADMINISTRATOR, "/api/v1/organisations", body)
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-organisation-per-code"));
    }

    @Test
    void an_organisation_does_not_outlive_its_superior() {
        var body = below(province.id());
        body.put("validFrom", "1999-12-31");
        post(FIRST_ADMINISTRATOR, "/api/v1/organisations", body)
                .then()
                .statusCode(422)
                .body("type", is("/problems/outside-parents-validity"));
    }

    @Test
    void the_subtree_is_read_as_of_a_day() {
        var body = below(province.id());
        body.put("validFrom", "2024-07-01");
        String late = post(FIRST_ADMINISTRATOR, "/api/v1/organisations", body).path("id");
        var path = "/api/v1/organisations/" + province.id() + "/subtree?asOf=";
        get(FIRST_ADMINISTRATOR, path + "2024-06-30")
                .then()
                .body("items.id", contains(province.id().toString()));
        get(FIRST_ADMINISTRATOR, path + "2024-07-01")
                .then()
                .body("items.id", contains(province.id().toString(), late));
    }

    @Test
    void a_unit_sees_its_superiors_but_not_its_siblings() {
        var unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var sibling = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var officer = aHolder("COMMITTEE_OFFICER", unit.id());
        get(officer, "/api/v1/organisations/" + province.id()).then().statusCode(200);
        get(officer, "/api/v1/organisations/" + sibling.id()).then().statusCode(404);
        get(officer, "/api/v1/organisations?limit=200")
                .then()
                .body("items.id", hasItem(unit.id().toString()))
                .body("items.id", not(hasItem(sibling.id().toString())));
    }

    @Test
    void the_reading_of_before_is_inherited_down_the_tree() {
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var path = "/api/v1/organisations/" + province.id();
        var tag = get(leader, path).header("ETag");
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(leader))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("beforeDateIncludesNamedDay", true))
                .put(path + "/settings")
                .then()
                .statusCode(200)
                .body("settings.beforeDateIncludesNamedDay", is(true));
    }

    @Test
    void a_post_that_ended_gives_no_rights_from_the_next_request_on() {
        var officer = "ends" + UUID.randomUUID();
        var given = give(FIRST_ADMINISTRATOR, officer, "COMMITTEE_OFFICER", province.id());
        get(officer, "/api/v1/organisations/" + province.id()).then().statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(FIRST_ADMINISTRATOR))
                .contentType(ContentType.JSON)
                .header("If-Match", given.header("ETag"))
                .body(Map.of("lastDay", "2001-01-01"))
                .post("/api/v1/posts/" + given.path("id") + "/ending")
                .then()
                .statusCode(200);
        get(officer, "/api/v1/organisations/" + province.id()).then().statusCode(404);
    }

    @Test
    void nobody_gives_a_post_to_oneself_and_no_officer_gives_one_at_all() {
        var administrator = aHolder("ADMINISTRATOR", province.id());
        give(administrator, administrator, "COMMITTEE_LEADER", province.id())
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-post"));
        give(aHolder("COMMITTEE_OFFICER", province.id()), "someone", "MEMBER", province.id())
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
    }

    private static HashMap<String, Object> below(UUID parent) {
        return new HashMap<>(Map.of(
                "parentId", parent,
                "code", "N-" + UUID.randomUUID().toString().substring(0, 12),
                "name", "Chi bộ mới",
                "kind", "CELL",
                "hierarchy", "PARTY",
                "validFrom", "2010-01-01"));
    }
}
