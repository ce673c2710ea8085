package vn.tiendo.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class HttpConventionsTest {

    private KnownOrganisation organisation;
    private String officer;

    @BeforeEach
    void grow() {
        organisation = TestTree.aRoot();
        officer = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, organisation));
    }

    @Test
    void a_thing_is_made_and_carries_its_version_as_etag() {
        make(label()).then().statusCode(201).header("ETag", is("\"0\"")).header("X-Request-Id", notNullValue());
    }

    @Test
    void _428_without_if_match() {
        var id = make(label()).path("id");
        rename(id, null).then().statusCode(428).body("type", is("/problems/version-required"));
    }

    @Test
    void _412_with_a_stale_version() {
        var id = make(label()).path("id");
        rename(id, "\"0\"").then().statusCode(200).header("ETag", is("\"1\""));
        rename(id, "\"0\"").then().statusCode(412).body("type", is("/problems/stale-version"));
    }

    @Test
    void _400_names_the_wrong_field() {
        make("").then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/malformed-request"))
                .body("errors[0].field", is("label"));
    }

    @Test
    void _400_for_an_unknown_property() {
        given().auth()
                .oauth2(officer)
                .contentType(ContentType.JSON)
                .body("{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"x\",\"admin\":true}")
                .post("/api/v1/things")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("admin"));
    }

    @Test
    void _400_for_text_that_is_not_json() {
        given().auth()
                .oauth2(officer)
                .contentType(ContentType.JSON)
                .body("{\"label\":")
                .post("/api/v1/things")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    @Test
    void a_defect_answers_500_with_nothing_but_the_trace_id() {
        make("broken")
                .then()
                .statusCode(500)
                .body("type", is("/problems/unexpected"))
                .body("traceId", notNullValue())
                .body(not(containsString("secret")));
    }

    @Test
    void a_named_constraint_is_a_named_problem() {
        var label = label();
        make(label).then().statusCode(201);
        make(label).then().statusCode(409).body("type", is("/problems/one-thing-per-label"));
    }

    @Test
    void _404_problem_for_a_route_that_does_not_exist() {
        given().auth()
                .oauth2(officer)
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void problems_speak_vietnamese_unless_english_is_asked_for() {
        rename(UUID.randomUUID(), "\"0\"").then().statusCode(404).body("title", is("Không tìm thấy"));
        given().auth()
                .oauth2(officer)
                .header("Accept-Language", "en-GB,en;q=0.8")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(body(label()))
                .put("/api/v1/things/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Content-Language", is("en"))
                .body("title", is("Not found"));
    }

    @Test
    void a_request_id_that_looks_like_one_is_kept_and_another_is_replaced() {
        given().auth()
                .oauth2(officer)
                .header("X-Request-Id", "abc-12345678")
                .get("/api/v1/things")
                .then()
                .header("X-Request-Id", is("abc-12345678"));
        given().auth()
                .oauth2(officer)
                .header("X-Request-Id", "<script>")
                .get("/api/v1/things")
                .then()
                .header("X-Request-Id", not(equalTo("<script>")));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.add(make(label()).path("id"));
        }
        var read = new ArrayList<String>();
        String next = "/api/v1/things?limit=2";
        while (next != null) {
            var page = given().auth().oauth2(officer).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.id", String.class));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).isEqualTo(made);
    }

    @Test
    void the_last_page_has_no_next_cursor() {
        make(label());
        given().auth().oauth2(officer).get("/api/v1/things").then().body("nextCursor", nullValue());
    }

    @Test
    void _400_for_a_cursor_that_is_not_ours_and_a_limit_that_is_too_large() {
        given().auth()
                .oauth2(officer)
                .get("/api/v1/things?cursor=zzz")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-cursor"));
        given().auth()
                .oauth2(officer)
                .get("/api/v1/things?limit=201")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    private Response make(String label) {
        return given().auth()
                .oauth2(officer)
                .contentType(ContentType.JSON)
                .body(body(label))
                .post("/api/v1/things");
    }

    private Response rename(Object id, String ifMatch) {
        var request =
                given().auth().oauth2(officer).contentType(ContentType.JSON).body(body(label()));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/things/" + id);
    }

    private String body(String label) {
        return "{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"" + label + "\"}";
    }

    private static String label() {
        return "thing " + UUID.randomUUID().toString().substring(0, 20);
    }
}
