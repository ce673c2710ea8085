package vn.tiendo.plans.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// Finding organisations, mending their names, linking them, and the list of kinds.
@QuarkusTest
class FindOrganisationTest {

    private static final String PATH = "/api/v1/organisations";

    private Unit province;
    private Unit unit;
    private String administrator;

    @BeforeEach
    void grow() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        administrator = aHolder("ADMINISTRATOR", province.id());
    }

    @Test
    void a_name_is_found_however_it_is_typed_and_kept_as_it_was_written() {
        var decomposed = Normalizer.normalize("Đảng ủy xã Tân Tiến", Normalizer.Form.NFD);
        correct(decomposed).then().statusCode(200).body("name", is(decomposed));
        for (var typed : new String[] {"tan tien", "TÂN TIẾN", "dang uy", decomposed}) {
            found(typed).then().body("items.id", contains(unit.id().toString()));
        }
        found("tan tiem").then().body("items", empty());
        found("100%_").then().body("items", empty());
    }

    @Test
    void a_mended_name_was_never_written_otherwise() {
        correct("Đảng ủy phường Bình Tân").then().statusCode(200);
        get(administrator, PATH + "/" + province.id() + "/subtree?asOf=2001-01-01")
                .then()
                .body("items.name", hasItem("Đảng ủy phường Bình Tân"));
        given().auth()
                .oauth2(Tokens.of(aHolder("COMMITTEE_LEADER", province.id())))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("name", "Khác"))
                .put(PATH + "/" + unit.id())
                .then()
                .statusCode(403);
    }

    @Test
    void lists_are_narrowed_by_parent_day_and_change() {
        var other = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        get(administrator, PATH + "?parent=" + province.id())
                .then()
                .body(
                        "items.id",
                        containsInAnyOrder(unit.id().toString(), other.id().toString()));
        decided("2025-07-01", dissolve(unit.id()));
        get(administrator, PATH + "?parent=" + province.id() + "&asOf=2025-07-01")
                .then()
                .body("items.id", contains(other.id().toString()));
        var before = java.time.Instant.now().plusSeconds(3600);
        get(administrator, PATH + "?updatedSince=" + before).then().body("items", empty());
        get(administrator, PATH + "?updatedSince=2020-01-01T00:00:00Z&parent=" + province.id())
                .then()
                .body("items", org.hamcrest.Matchers.hasSize(2));
    }

    @Test
    void organisations_are_linked_beside_the_tree_and_linked_once_at_a_time() {
        var board = aUnit(province.id(), "ADVISORY_BOARD");
        var link = link(board.id(), unit.id());
        link.then().statusCode(201).body("type", is("ADVISES"));
        link(board.id(), unit.id()).then().statusCode(409).body("type", is("/problems/one-link-per-type-and-time"));
        link(board.id(), board.id()).then().statusCode(422).body("type", is("/problems/link-leads-elsewhere"));
        get(administrator, PATH + "/" + unit.id() + "/links?asOf=2024-06-01")
                .then()
                .body("items.fromOrganisationId", contains(board.id().toString()));
        command(
                        administrator,
                        PATH + "/" + board.id() + "/links/" + link.path("id") + "/ending",
                        link.header("ETag"),
                        Map.of("lastDay", "2024-03-31"))
                .then()
                .statusCode(200);
        get(administrator, PATH + "/" + unit.id() + "/links?asOf=2024-06-01")
                .then()
                .body("items", empty());
        link(board.id(), aProvince().id()).then().statusCode(404);
    }

    @Test
    void a_link_ends_with_an_organisation_that_it_joins() {
        var board = aUnit(province.id(), "ADVISORY_BOARD");
        link(board.id(), unit.id()).then().statusCode(201);
        decided("2025-07-01", dissolve(unit.id()));
        get(administrator, PATH + "/" + board.id() + "/links").then().body("items.to", contains("2025-06-30"));
    }

    @Test
    void the_administrator_of_the_root_adds_kinds() {
        var code = "K" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var kind = Map.of("code", code, "nameVi", "Đặc khu", "nameEn", "Special zone", "hierarchy", "STATE");
        post(administrator, "/api/v1/organisation-kinds", kind).then().statusCode(403);
        post(FIRST_ADMINISTRATOR, "/api/v1/organisation-kinds", kind).then().statusCode(201);
        post(FIRST_ADMINISTRATOR, "/api/v1/organisation-kinds", kind)
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-organisation-kind-per-code"));
        get(administrator, "/api/v1/organisation-kinds?limit=200").then().body("items.code", hasItem(code));
        aUnit(province.id(), code);
    }

    private Response correct(String name) {
        return given().auth()
                .oauth2(Tokens.of(administrator))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("name", name))
                .put(PATH + "/" + unit.id());
    }

    private Response found(String typed) {
        return given().auth()
                .oauth2(Tokens.of(administrator))
                .queryParam("name", typed)
                .get(PATH);
    }

    private Response link(UUID from, UUID to) {
        return post(
                administrator,
                PATH + "/" + from + "/links",
                Map.of("type", "ADVISES", "organisationId", to, "from", "2024-01-01"));
    }
}
