package vn.tiendo.reporting.regime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.reporting.Rows;

@QuarkusTest
class PublishTemplateTest {

    private static final String SIX_MONTH = "019100c0-0000-7000-8000-000000000002";

    private final KnownOrganisation province = TestTree.aRoot();
    private final KnownOrganisation town = TestTree.aChildOf(province);
    private final KnownOrganisation sibling = TestTree.aChildOf(province);
    private final String officer = token(Role.COMMITTEE_OFFICER, town);

    private static String token(Role role, KnownOrganisation at) {
        return Tokens.of(TestTree.aHolderOf(role, at));
    }

    private static String definition(String code) {
        return """
            {"indicators":[{"code":"%s","nameVi":"Số người","nameEn":"People","type":"INTEGER","aggregation":"SUM"}],
             "sections":[{"section":"RESULTS","nameVi":"Kết quả","nameEn":"Results","required":true}]}\
            """.formatted(code);
    }

    private static Response send(
            String token, String method, String path, @Nullable String ifMatch, @Nullable String body) {
        var request = given().auth().oauth2(token);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, "/api/v1/report-regimes/" + SIX_MONTH + "/templates" + path);
    }

    private Response draft(String token, KnownOrganisation at, String definition) {
        return send(
                token, "POST", "", null, "{\"organisationId\":\"" + at.id() + "\",\"definition\":" + definition + "}");
    }

    private String published(KnownOrganisation at, String code) {
        String id = draft(officer, at, definition(code))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send(officer, "POST", "/" + id + "/publication", "\"0\"", null).then().statusCode(200);
        return id;
    }

    private static void isProblem(Response response, int status, String code) {
        response.then().statusCode(status).body("type", is("/problems/" + code));
    }

    @Test
    void a_version_is_drafted_changed_published_and_followed_by_the_next() {
        var first = draft(officer, town, definition("people"));
        first.then()
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("number", is(1))
                .body("status", is("DRAFT"));
        String id = first.path("id");
        send(officer, "PUT", "/" + id, "\"0\"", "{\"definition\":" + definition("members") + "}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("definition.indicators.code", contains("members"));
        send(officer, "POST", "/" + id + "/publication", "\"1\"", null)
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("publishedAt", notNullValue());
        isProblem(
                send(officer, "PUT", "/" + id, "\"2\"", "{\"definition\":" + definition("x") + "}"),
                409,
                "template-published");
        isProblem(send(officer, "POST", "/" + id + "/publication", "\"2\"", null), 409, "template-published");
        published(town, "people");
        send(officer, "GET", "?organisation=" + town.id(), null, null)
                .then()
                .body("items.number", contains(1, 2))
                .body("items.status", contains("RETIRED", "PUBLISHED"))
                .body("items[0].definition", nullValue());
        assertThat(Rows.ask("select action from audit_record where subject_id = ? order by id", UUID.fromString(id)))
                .containsExactly("draft-report-template", "write-report-template", "publish-report-template");
    }

    @Test
    void what_is_published_is_read_below_and_above_and_drafts_by_those_who_write_them() {
        var id = published(town, "people");
        var ward = TestTree.aChildOf(town);
        for (var reader :
                new String[] {token(Role.MEMBER, ward), token(Role.MEMBER, town), token(Role.AUDITOR, province)}) {
            send(reader, "GET", "/" + id, null, null).then().statusCode(200);
        }
        isProblem(
                send(token(Role.COMMITTEE_OFFICER, sibling), "GET", "/" + id, null, null),
                404,
                "report-template-not-found");
        isProblem(send(Tokens.of("stranger"), "GET", "/" + id, null, null), 404, "report-template-not-found");
        String drafted = draft(officer, town, definition("next")).path("id");
        send(token(Role.ADMINISTRATOR, province), "GET", "/" + drafted, null, null)
                .then()
                .statusCode(200);
        isProblem(
                send(token(Role.CELL_SECRETARY, town), "GET", "/" + drafted, null, null),
                404,
                "report-template-not-found");
        isProblem(
                send(token(Role.COMMITTEE_OFFICER, ward), "GET", "/" + drafted, null, null),
                404,
                "report-template-not-found");
        send(token(Role.MEMBER, ward), "GET", "?limit=200", null, null)
                .then()
                .body("items.id", hasItem(id))
                .body("items.id", not(hasItem(drafted)));
        send(Tokens.of("stranger"), "GET", "?limit=200", null, null)
                .then()
                .body("items.id", contains("019100c1-0000-7000-8000-000000000002"));
    }

    @Test
    void only_one_version_is_in_the_making() {
        draft(officer, town, definition("people")).then().statusCode(201);
        isProblem(draft(officer, town, definition("people")), 409, "one-template-in-the-making");
    }

    @Test
    void what_does_not_hold_together_is_named() {
        var refused = draft(
                officer,
                town,
                "{\"indicators\":[{\"code\":\"rate\",\"nameVi\":\"a\",\"nameEn\":\"a\",\"type\":\"PERCENT\","
                        + "\"aggregation\":\"SUM\",\"formula\":\"nothing / 2\"}]}");
        isProblem(refused, 422, "inconsistent-template");
        refused.then()
                .body("errors.field", contains("indicators.rate", "indicators.rate.formula"))
                .body("errors.message", contains("aggregation-does-not-fit", "unknown-indicator"));
    }

    @Test
    void _400_for_codes_and_types_that_do_not_exist() {
        isProblem(draft(officer, town, definition("1 2")), 400, "malformed-request");
        isProblem(draft(officer, town, definition("a").replace("INTEGER", "MONEY")), 400, "malformed-request");
        isProblem(draft(officer, town, definition("a").replace("Số người", "a\\u0000")), 400, "malformed-request");
    }

    @Test
    void _403_404_401_428_and_412() {
        isProblem(draft(token(Role.CELL_SECRETARY, town), town, definition("a")), 403, "role-required");
        isProblem(draft(token(Role.AUDITOR, province), town, definition("a")), 403, "role-required");
        isProblem(draft(token(Role.COMMITTEE_OFFICER, sibling), town, definition("a")), 404, "organisation-not-found");
        isProblem(draft("none", town, definition("a")), 401, "not-signed-in");
        String id = draft(officer, town, definition("a")).path("id");
        isProblem(send(officer, "POST", "/" + id + "/publication", null, null), 428, "version-required");
        isProblem(send(officer, "POST", "/" + id + "/publication", "\"7\"", null), 412, "stale-version");
        isProblem(
                send(
                        officer,
                        "PUT",
                        "/019100c1-0000-7000-8000-000000000002",
                        "*",
                        "{\"definition\":" + definition("a") + "}"),
                403,
                "role-required");
    }
}
