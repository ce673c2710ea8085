package vn.tiendo.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class ProblemsTest {

    private KnownOrganisation organisation;
    private String officer;

    @BeforeEach
    void grow() {
        organisation = TestTree.aRoot();
        officer = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, organisation));
    }

    @Test
    void _405_for_another_method() {
        isProblem(request().delete("/api/v1/things").then(), 405, "method-not-allowed");
    }

    @Test
    void _415_for_another_kind_of_body() {
        isProblem(
                given().auth()
                        .oauth2(officer)
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/v1/things")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void _406_when_only_another_form_is_accepted() {
        isProblem(
                request()
                        .accept("image/png")
                        .get("/api/v1/failures/queries/" + UUID.randomUUID())
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void _413_for_a_body_that_is_too_large() {
        given().auth()
                .oauth2(officer)
                .contentType(ContentType.JSON)
                .body(body("x".repeat(1_100_000)))
                .post("/api/v1/things")
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"label\":{}}", "{\"label\":\"x\",\"organisationId\":\"7\"}", "\u0000"})
    void _400_for_any_other_shape(String body) {
        isProblem(request().body(body).post("/api/v1/things").then(), 400, "malformed-request");
    }

    @Test
    void _400_for_text_that_no_database_keeps() {
        isProblem(request().body(body("a\\u0000b")).post("/api/v1/things").then(), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "organisation,x",
        "organisation,0190a5c0-0000-7000-8000-0000000000000000000",
        "day,2024-02-30",
        "year,MMXXIV",
        "role,KING"
    })
    void _400_names_the_query_parameter_that_cannot_be_read(String name, String value) {
        isProblem(
                        request()
                                .queryParam(name, value)
                                .get("/api/v1/failures/queries/" + UUID.randomUUID())
                                .then(),
                        400,
                        "malformed-request")
                .body("errors.field", hasItem(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi|không được để trống",
                "''|không được để trống",
                "en|must not be blank",
                "en-US,en;q=0.9|must not be blank",
                "vi-VN,vi;q=0.9,en;q=0.5|không được để trống",
                "fr|không được để trống"
            })
    void _400_tells_what_a_field_lacks_in_the_language_asked_for(String language, String words) {
        var request = request().body("{\"organisationId\":\"" + UUID.randomUUID() + "\",\"label\":\" \"}");
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        request.post("/api/v1/things")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"))
                .body("errors.find { it.field == 'label' }.message", is(words));
    }

    @Test
    void _400_for_a_limit_that_is_no_number() {
        isProblem(request().get("/api/v1/things?limit=many").then(), 400, "malformed-request")
                .body("errors.field", hasItem("limit"));
    }

    @Test
    void _404_for_an_id_in_the_path_that_is_none() {
        isProblem(request().get("/api/v1/failures/queries/x?year=2024").then(), 404, "resource-not-found");
        isProblem(request().get("/api/v1/things/x").then(), 404, "resource-not-found");
    }

    @Test
    void _412_when_somebody_else_was_quicker() {
        isProblem(request().post("/api/v1/failures/overtaken/" + aThing()).then(), 412, "stale-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void _503_with_a_time_to_wait_for_collisions(String state) {
        isProblem(request().post("/api/v1/failures/sql-state/" + state).then(), 503, "try-again")
                .header("Retry-After", notNullValue())
                .body(not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql-state/57P01", "sql-state/53300", "connection-lost", "no-connection"})
    void _503_with_a_time_to_wait_while_the_database_is_away(String failure) {
        isProblem(request().post("/api/v1/failures/" + failure).then(), 503, "database-unavailable")
                .header("Retry-After", notNullValue());
    }

    @Test
    void _500_for_a_defect_that_looks_like_a_broken_rule() {
        isProblem(request().post("/api/v1/failures/defect/" + aThing()).then(), 500, "unexpected");
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Content-Language", "vi")
                .body("type", is("/problems/" + code))
                .body("status", is(status))
                .body("title", notNullValue())
                .body("traceId", notNullValue());
    }

    private RequestSpecification request() {
        return given().auth().oauth2(officer).contentType(ContentType.JSON);
    }

    private String aThing() {
        return request()
                .body(body(UUID.randomUUID().toString()))
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String body(String label) {
        return "{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"" + label + "\"}";
    }
}
