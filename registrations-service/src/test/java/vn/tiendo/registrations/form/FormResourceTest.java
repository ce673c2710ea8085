package vn.tiendo.registrations.form;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class FormResourceTest {

    private static final String HOURS = """
        {"key":"hours","type":"NUMBER","label":{"vi":"Số giờ học","en":"Hours of study"},"help":{"vi":"Mỗi tháng"},
         "required":true,"minimum":2,"maximum":40}""";
    private static final String TEXT = """
        {"key":"study","type":"TEXT","label":{"vi":"Học tập"},"required":true,"maxLength":100}""";

    private final Scene scene = new Scene();

    @Test
    void the_shipped_form_has_the_three_sections_and_a_schema() {
        as(Tokens.of("anybody"))
                .get("/api/v1/registration-forms/" + Forms.DEFAULT)
                .then()
                .statusCode(200)
                .body("sections.key", contains("study", "follow", "exemplaryConduct"))
                .body("sections[0].help.vi", containsString("chuyên đề"))
                .body("organisationId", nullValue())
                .body("publishedAt", notNullValue());
        as(Tokens.of("anybody"))
                .accept("application/schema+json")
                .get("/api/v1/registration-forms/" + Forms.DEFAULT + "/schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("'$schema'", is("https://json-schema.org/draft/2020-12/schema"))
                .body("required", contains("study", "follow", "exemplaryConduct"))
                .body("properties.study.maxLength", is(10_000));
        as(Tokens.of("anybody"))
                .get("/api/v1/registration-forms/" + Forms.PERSONAL_PLAN)
                .then()
                .body("sections.fields.key.flatten()", hasItem("prohibitions"));
    }

    @Test
    void a_form_is_drafted_published_and_then_never_changes() {
        var id = draft(scene.officer, TEXT)
                .then()
                .statusCode(201)
                .body("number", is(1))
                .extract()
                .<String>path("id");
        change(scene.officer, id, "\"0\"", TEXT, HOURS).then().statusCode(200).header("ETag", is("\"1\""));
        post(scene.officer, id, "publication", "\"1\"").then().statusCode(200).body("publishedAt", notNullValue());
        change(scene.officer, id, "\"2\"", TEXT).then().statusCode(409).body("type", is("/problems/form-published"));
        post(scene.officer, id, "publication", "\"2\"").then().statusCode(409);
        change(scene.officer, Forms.DEFAULT.toString(), "\"0\"", TEXT)
                .then()
                .statusCode(409)
                .body("type", is("/problems/form-published"));
    }

    @Test
    void the_next_version_shows_what_it_changes() {
        var id = published(TEXT);
        var next = as(scene.officer)
                .body(
                        "{\"organisationId\":\"%s\",\"basedOn\":\"%s\",\"sections\":[{\"key\":\"s\",\"title\":{\"vi\":\"S\"},\"fields\":[%s,%s]}]}"
                                .formatted(scene.committee.id(), id, TEXT.replace("100", "200"), HOURS))
                .post("/api/v1/registration-forms")
                .then()
                .statusCode(201)
                .body("number", is(2))
                .extract()
                .<String>path("id");
        as(scene.officer)
                .get("/api/v1/registration-forms/" + next + "/differences?from=" + id)
                .then()
                .statusCode(200)
                .body("changes.field", contains("study", "hours"))
                .body("changes.change", contains("CHANGED", "ADDED"))
                .body("changes[0].changed", contains("maxLength"));
    }

    @Test
    void a_campaign_on_an_own_form_asks_for_what_the_form_asks() {
        var id = published(TEXT, HOURS);
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var campaign = scene.open(cell);
        use(campaign, id).then().statusCode(200).body("formVersionId", is(id));
        var registration = registrationOf(member, campaign);
        command(member.token(), registration, "submission", "\"0\"", "{\"content\":{\"study\":\"x\",\"hours\":1}}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("content.hours"))
                .body("errors[0].message", is("nhỏ hơn 2"));
        command(member.token(), registration, "submission", "\"0\"", "{\"content\":{\"study\":\"x\",\"follow\":\"y\"}}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("content.follow"));
        command(member.token(), registration, "submission", "\"0\"", "{\"content\":{\"study\":\"x\",\"hours\":3}}")
                .then()
                .statusCode(200)
                .body("formVersionId", is(id));
    }

    @Test
    void a_registration_keeps_the_version_it_was_written_on_and_only_a_draft_goes_over() {
        var cell = scene.aCell();
        var drafting = scene.aMember(cell);
        var handedIn = scene.aMember(cell);
        var campaign = scene.open(cell);
        var draft = registrationOf(drafting, campaign);
        var submitted = registrationOf(handedIn, campaign);
        as(drafting.token())
                .header("If-Match", "\"0\"")
                .body("{\"study\":\"x\"}")
                .put("/api/v1/registrations/" + draft + "/content")
                .then()
                .statusCode(200)
                .body("formVersionId", is(Forms.DEFAULT.toString()));
        Scene.submit(handedIn.token(), submitted, "\"0\"").then().statusCode(200);
        var id = published(TEXT, HOURS);
        use(campaign, id).then().statusCode(200);
        Scene.giveBack(scene.officer, submitted, "\"1\"").then().statusCode(200);
        command(
                        handedIn.token(),
                        submitted,
                        "submission",
                        "\"2\"",
                        "{\"content\":{\"study\":\"x\",\"hours\":3},\"formVersionId\":\"" + id + "\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/other-form"));
        Scene.submit(handedIn.token(), submitted, "\"2\"")
                .then()
                .statusCode(200)
                .body("formVersionId", is(Forms.DEFAULT.toString()));
        Scene.submit(drafting.token(), draft, "\"1\"")
                .then()
                .statusCode(200)
                .body("formVersionId", is(Forms.DEFAULT.toString()));
        var later = scene.aMember(cell);
        var another = new Scene(scene.committee);
        var next = another.open(cell);
        as(another.officer)
                .header("If-Match", "*")
                .body("{\"formVersionId\":\"" + id + "\"}")
                .put("/api/v1/campaigns/" + next + "/form")
                .then()
                .statusCode(200);
        command(drafting.token(), registrationOf(drafting, next), "copy", "\"0\"", null)
                .then()
                .statusCode(200)
                .body("taken", contains("study"))
                .body("left", hasSize(2))
                .body("form.field", hasItem("hours"));
        command(
                        later.token(),
                        registrationOf(later, next),
                        "submission",
                        "\"0\"",
                        "{\"content\":{\"study\":\"x\",\"hours\":3}}")
                .then()
                .statusCode(200);
    }

    @Test
    void drafts_are_seen_in_reach_and_published_forms_below_their_organisation() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var drafted = draft(scene.officer, TEXT).then().extract().<String>path("id");
        read(member.token(), drafted).then().statusCode(404).body("type", is("/problems/form-not-found"));
        read(scene.aSecretaryOf(cell), drafted).then().statusCode(404);
        post(scene.officer, drafted, "publication", "\"0\"").then().statusCode(200);
        read(member.token(), drafted).then().statusCode(200);
        read(scene.aSecretaryOf(cell), drafted).then().statusCode(200);
        var elsewhere = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, TestTree.aRoot()));
        read(elsewhere, drafted).then().statusCode(404).body("type", is("/problems/form-not-found"));
        as(elsewhere)
                .get("/api/v1/registration-forms?limit=200")
                .then()
                .body("items.id", hasItem(Forms.DEFAULT.toString()))
                .body("items.id", not(hasItem(drafted)));
    }

    @Test
    void refusals_of_a_form() {
        RestAssured.given().get("/api/v1/registration-forms").then().statusCode(401);
        draft(scene.officer, TEXT, TEXT)
                .then()
                .statusCode(422)
                .body("type", is("/problems/form-inconsistent"))
                .body("errors[0].field", is("sections[0].fields[1].key"));
        draft(scene.officer, TEXT.replace("study", "Học")).then().statusCode(400);
        draft(scene.aSecretaryOf(scene.aCell()), TEXT).then().statusCode(404);
        var id = draft(scene.officer, TEXT).then().extract().<String>path("id");
        change(Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee)), id, "\"0\"", TEXT)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        change(scene.officer, id, "\"7\"", TEXT).then().statusCode(412);
        change(scene.officer, id, null, TEXT).then().statusCode(428);
        var campaign = scene.open(scene.aCell());
        use(campaign, id).then().statusCode(409).body("type", is("/problems/form-not-published"));
        use(campaign, UUID.randomUUID().toString()).then().statusCode(404).body("type", is("/problems/form-not-found"));
    }

    private String published(String... fields) {
        var id = draft(scene.officer, fields).then().statusCode(201).extract().<String>path("id");
        post(scene.officer, id, "publication", "\"0\"").then().statusCode(200);
        return id;
    }

    private Response draft(String token, String... fields) {
        return as(token)
                .body(
                        "{\"organisationId\":\"%s\",\"title\":\"Bản đăng ký\",\"sections\":[{\"key\":\"s\",\"title\":{\"vi\":\"S\"},\"fields\":[%s]}]}"
                                .formatted(scene.committee.id(), String.join(",", fields)))
                .post("/api/v1/registration-forms");
    }

    private static Response change(String token, String id, String etag, String... fields) {
        var request = as(token)
                .body("{\"title\":\"Mới\",\"sections\":[{\"key\":\"s\",\"title\":{\"vi\":\"S\"},\"fields\":[%s]}]}"
                        .formatted(String.join(",", fields)));
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put("/api/v1/registration-forms/" + id);
    }

    private static Response post(String token, String id, String what, String etag) {
        return as(token).header("If-Match", etag).post("/api/v1/registration-forms/" + id + "/" + what);
    }

    private static Response read(String token, String id) {
        return as(token).get("/api/v1/registration-forms/" + id);
    }

    private Response use(UUID campaign, String form) {
        return as(scene.officer)
                .header("If-Match", "*")
                .body("{\"formVersionId\":\"" + form + "\"}")
                .put("/api/v1/campaigns/" + campaign + "/form");
    }
}
